package app.tutti.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The addresses at which browsers are told to reach the media port. */
public final class AnnouncedAddresses {
    private AnnouncedAddresses() {}

    /**
     * In the order of the setting; a name stands for every address it has now. None when nothing is set.
     *
     * @throws SettingRefused when a name has no address
     */
    public static List<String> of(Settings settings) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String each : settings.get(Setting.TUTTI_RTC_ANNOUNCED).split(",")) {
            if (!each.isBlank()) {
                addresses.addAll(resolve(each.strip()));
            }
        }
        return List.copyOf(addresses);
    }

    private static List<String> resolve(String addressOrName) {
        try {
            return List.of(InetAddress.getAllByName(addressOrName)).stream()
                    .map(AnnouncedAddresses::withoutScope)
                    .toList();
        } catch (UnknownHostException nobody) {
            throw new SettingRefused("%s names \"%s\", but no address was found for that name."
                    .formatted(Setting.TUTTI_RTC_ANNOUNCED, addressOrName));
        }
    }

    /** Which of this machine's networks it is in says nothing to another machine. */
    private static String withoutScope(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
