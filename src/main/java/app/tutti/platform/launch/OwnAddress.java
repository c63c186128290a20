package app.tutti.platform.launch;

import app.tutti.platform.config.Setting;
import app.tutti.platform.config.Settings;
import java.util.List;
import java.util.Optional;

/** Where people find Tutti, as the start says it. */
record OwnAddress(String host, String address) {
    static OwnAddress of(Settings settings) {
        String bind = settings.get(Setting.TUTTI_BIND);
        String host = switch (bind) {
            case "0.0.0.0", "127.0.0.1" -> "localhost";
            case "::" -> "[::1]";
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
        String here = "http://%s:%s/".formatted(host, settings.get(Setting.TUTTI_PORT));
        return new OwnAddress(host, settings.isSet(Setting.TUTTI_URL) ? settings.get(Setting.TUTTI_URL) : here);
    }

    /** The address with which a browser on this machine gets in; none where no browser reaches us as this machine's. */
    Optional<String> opening(Optional<String> path) {
        boolean loopback = List.of("localhost", "[::1]").contains(host);
        return path.filter(known -> loopback).map(known -> address.replaceFirst("/$", "") + known);
    }
}
