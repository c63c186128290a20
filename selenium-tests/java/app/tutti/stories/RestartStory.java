package app.tutti.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.tutti.catalog.Tone;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server goes away in the middle of Ana's party, and comes back. */
class RestartStory {
    /** Longer than a slow machine takes to start again. */
    private static final Tone LONG = new Tone(440, 1200);

    @TempDir
    private static Path music;

    private TuttiServer server;

    @BeforeAll
    static void thereIsMusic() {
        LONG.write(
                music.resolve("Two Rooms.flac"),
                "flac",
                0,
                List.of("TITLE=Two Rooms", "ARTIST=Copper Lamp Trio", "ALBUM=After Closing"));
    }

    @BeforeEach
    void tuttiRuns() {
        server = TuttiServer.notStarted().with("TUTTI_MUSIC_DIR", music.toString());
        server.start();
    }

    @AfterEach
    void tuttiStops() {
        server.close();
    }

    @Test
    void thePartyGoesOnAfterACrash() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone()) {
            PartyStory.anaPlaysTwoRooms(server, ana);
            String invitation = PartyStory.anaStartsAParty(ana);
            bruno.open(invitation);
            PartyStory.brunoHears(bruno, "Two Rooms");
            ana.click("input[name=requests]");
            bruno.see("party-request");

            server.kill();
            bruno.see("party-listener [data-phase=reconnecting]");
            ana.see("party-button [data-party=reconnecting]");
            server.start();
            PartyStory.brunoHears(bruno, "Two Rooms");
            bruno.see("party-request");
            ana.see("party-button [data-party=live]");
            ana.seeText("[data-field=listenerCount]", "1");
            assertEquals(invitation, ana.see("#invite-url").getDomProperty("value"), "it is the same party");

            bruno.click("header a[href='/releases']");
            bruno.see("live-bar [data-phase=live]");
            bruno.click("live-bar a");
            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            bruno.see("[data-phase=ended]");
            bruno.seeText(".party-played li:nth-child(1)", "Two Rooms");
            assertFalse(bruno.sees(".party-played li:nth-child(2)"), "it was played once");
            bruno.reload();
            bruno.see("[data-phase=ended]");
            bruno.seeText(".party-played li:nth-child(1)", "Two Rooms");
        }
    }

    @Test
    void aPartyWithAPasswordStillAsksForIt() {
        try (Browser ana = Browser.desktop();
                Browser bruno = Browser.phone();
                Browser carla = Browser.phone()) {
            PartyStory.anaPlaysTwoRooms(server, ana);
            ana.click("party-button a");
            ana.type("[data-start] input[name=password]", "night ferry");
            ana.click("[data-start] button");
            String invitation = ana.see("#invite-url").getDomProperty("value");
            bruno.open(invitation);
            bruno.type("[data-password] input", "night ferry");
            bruno.click("[data-password] button");
            PartyStory.brunoHears(bruno, "Two Rooms");

            server.stop();
            bruno.see("party-listener [data-phase=reconnecting]");
            server.start();
            PartyStory.brunoHears(bruno, "Two Rooms");
            carla.open(invitation);
            carla.type("[data-password] input", "day ferry");
            carla.click("[data-password] button");
            carla.see("[data-phase=wrongPassword]");
            carla.type("[data-password] input", "night ferry");
            carla.click("[data-password] button");
            PartyStory.brunoHears(carla, "Two Rooms");

            ana.click("[data-action=ask-end]");
            ana.click("dialog [data-action=end]");
            carla.see("[data-phase=ended]");
            carla.seeText(".party-played li:nth-child(1)", "Two Rooms");
        }
    }
}
