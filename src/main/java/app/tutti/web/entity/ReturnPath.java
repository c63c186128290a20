package app.tutti.web.entity;

/** Where somebody goes on after a form: a path of ours, and nothing a browser would take for another server. */
public record ReturnPath(String value) {
    private static final String OURS = "/([A-Za-z0-9_-][A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%._~+-]*)?";

    /** The first page in place of what is not ours. */
    public static ReturnPath of(String path) {
        return new ReturnPath(path != null && path.matches(OURS) ? path : "/");
    }
}
