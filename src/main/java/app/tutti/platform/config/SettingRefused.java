package app.tutti.platform.config;

/** A setting with which Tutti cannot start. The message is one sentence that names it, made for a person. */
public class SettingRefused extends RuntimeException {
    public SettingRefused(String sentence) {
        super(sentence);
    }
}
