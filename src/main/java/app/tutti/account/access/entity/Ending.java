package app.tutti.account.access.entity;

/** Why something that was open for a person is not any more. */
public enum Ending {
    SIGNED_OUT,
    /** They may do less now; what is opened anew knows. */
    ROLE_CHANGED
}
