package app.tutti.account;

import java.util.Map;

/** Who comes to the server in the tests. */
enum Cast {
    ANONYMOUS(""),
    GUEST(""),
    MEMBER("Bia"),
    OTHER_MEMBER("Caio"),
    ADMIN("Ana");

    /** All have the same: it is not what is tested. */
    static final String PASSWORD = "three old records";

    private final String name;

    Cast(String name) {
        this.name = name;
    }

    boolean hasAccount() {
        return !name.isEmpty();
    }

    Map<String, String> credentials() {
        return Map.of("name", name, "password", PASSWORD);
    }
}
