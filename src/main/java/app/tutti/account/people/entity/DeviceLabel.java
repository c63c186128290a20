package app.tutti.account.people.entity;

import java.util.List;

/** A browser in words, for the list of somebody's devices: "Firefox, Linux". */
public final class DeviceLabel {
    // In this order: each also calls itself some of those after it.
    private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari");
    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "CrOS", "Macintosh", "Linux");

    private DeviceLabel() {}

    public static String of(String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String browser = word(first(BROWSERS, text));
        String system = word(first(SYSTEMS, text));
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(List<String> marks, String text) {
        return marks.stream().filter(text::contains).findFirst().orElse("");
    }

    private static String word(String mark) {
        return switch (mark) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "FxiOS" -> "Firefox";
            case "CriOS" -> "Chrome";
            case "CrOS" -> "ChromeOS";
            case "Macintosh" -> "macOS";
            default -> mark;
        };
    }
}
