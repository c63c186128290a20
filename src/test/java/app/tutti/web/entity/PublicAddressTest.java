package app.tutti.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAddressTest {
    private static final List<String> OWN = List.of("192.168.1.20");

    @Test
    void thePublicAddressIsWhatPeopleUse() {
        assertEquals(
                "https://music.example/party/1",
                PublicAddress.from(Optional.of("https://music.example/"), "http://localhost:8080", OWN)
                        .to("/party/1"));
    }

    @Test
    void whoListensForThisMachineAloneOffersNoAddressThatNobodyCanReach() {
        assertEquals(
                "http://127.0.0.1:8080/x",
                PublicAddress.from(Optional.empty(), Optional.of("127.0.0.1"), "http://127.0.0.1:8080")
                        .to("/x"));
        assertEquals(
                "https://music.example/x",
                PublicAddress.from(Optional.empty(), Optional.of("127.0.0.1"), "https://music.example")
                        .to("/x"),
                "through a proxy");
    }

    @Test
    void whatTheBrowserUsesIsGoodForOthersToo() {
        assertEquals(
                "http://box.local:8080/x",
                PublicAddress.from(Optional.empty(), "http://box.local:8080", OWN)
                        .to("/x"));
    }

    @Test
    void localhostIsNoAddressForAFriend() {
        assertEquals(
                "http://192.168.1.20:8080/x",
                PublicAddress.from(Optional.empty(), "http://localhost:8080", OWN)
                        .to("/x"));
        assertEquals(
                "http://localhost:8080/x",
                PublicAddress.from(Optional.empty(), "http://localhost:8080", List.of())
                        .to("/x"));
    }
}
