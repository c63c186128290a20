package app.tutti.platform.config;

/** Every setting there is, with its default and what it must be. The README's table tells what each is for. */
public enum Setting {
    TUTTI_PORT("8080", Rule.PORT),
    TUTTI_BIND("0.0.0.0", Rule.ADDRESS),
    TUTTI_URL("", Rule.WEB_ADDRESS),
    TUTTI_DATA_DIR(System.getProperty("user.home") + "/.local/share/tutti", Rule.FOLDER),
    TUTTI_MUSIC_DIR("", Rule.FOLDERS),
    TUTTI_CONVERTED_MB("2048", Rule.wholeNumber("megabytes", 1, 1_000_000)),
    TUTTI_IMAGES("", Rule.BUCKET),
    TUTTI_S3_ENDPOINT("", Rule.STORE),
    TUTTI_S3_REGION("us-east-1", Rule.REGION),
    TUTTI_S3_KEY("", Rule.ACCESS_KEY),
    TUTTI_S3_SECRET("", Rule.ANYTHING),
    TUTTI_DB_URL("", Rule.DATABASE),
    TUTTI_DB_USER("", Rule.ANYTHING),
    TUTTI_DB_PASSWORD("", Rule.ANYTHING),
    TUTTI_RTC_PORT("10000", Rule.PORT),
    TUTTI_RTC_ANNOUNCED("", Rule.ADDRESSES),
    TUTTI_RTC_ICE("lite", Rule.oneOf("lite", "full")),
    TUTTI_ICE_SERVERS("", Rule.ICE_SERVERS),
    TUTTI_TURN_SECRET("", Rule.ANYTHING),
    TUTTI_ACCESS("members", Rule.oneOf("members", "open")),
    TUTTI_OIDC_ISSUER("", Rule.PROVIDER),
    TUTTI_OIDC_CLIENT_ID("", Rule.ANYTHING),
    TUTTI_OIDC_CLIENT_SECRET("", Rule.ANYTHING),
    TUTTI_OIDC_MEMBERS("false", Rule.SWITCH),
    TUTTI_TRUSTED_PROXIES("", Rule.NETWORKS),
    TUTTI_PARTY_ENABLED("true", Rule.SWITCH),
    TUTTI_PARTY_ROLE("host", Rule.oneOf("host", "listener")),
    TUTTI_PARTY_URL("", Rule.SERVER),
    TUTTI_PARTY_ORIGINS("", Rule.ORIGINS),
    TUTTI_HOST_KEY("", Rule.LONG_SECRET),
    TUTTI_PARTY_GRACE("300", Rule.wholeNumber("a number of seconds", 1, 86_400)),
    TUTTI_PARTY_BITRATE("128", Rule.wholeNumber("kbit/s", 64, 256)),
    TUTTI_PARTY_BUFFER_MS("150", Rule.wholeNumber("milliseconds", 0, 4000)),
    TUTTI_PARTY_ECONOMY_FROM("1000", Rule.wholeNumber("a number of listeners", 1, 1_000_000)),
    TUTTI_MAX_LISTENERS("5000", Rule.wholeNumber("a number", 1, 100_000)),
    TUTTI_MAX_PARTIES("50", Rule.wholeNumber("a number", 1, 10_000)),
    TUTTI_JOINS_PER_ADDRESS("30", Rule.wholeNumber("a number a minute", 1, 1_000_000));

    private final String defaultValue;
    private final Rule rule;

    Setting(String defaultValue, Rule rule) {
        this.defaultValue = defaultValue;
        this.rule = rule;
    }

    public String defaultValue() {
        return defaultValue;
    }

    void check(String value) {
        if (!rule.test().test(value)) {
            throw new SettingRefused(
                    rule.isSecret()
                            ? "%s must be %s.".formatted(this, rule.words())
                            : "%s is \"%s\", but it must be %s.".formatted(this, value, rule.words()));
        }
    }
}
