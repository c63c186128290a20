package app.tutti.catalog.tags.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditTest {
    private static final UUID ANA = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID BIA = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sunn O)))",
                "(((folkYEAH!)))",
                "10 ft. Ganja Plant",
                "Little Feat",
                "Little Feat & Guests",
                "Little Feat Orchestra",
                "Feat. of Clay",
                "Ft. Worth Band",
                "Defeat feat",
                "AC/DC",
                "Simon & Garfunkel",
                "Earth, Wind & Fire",
                "Tyler, the Creator",
                "Featurette featuring",
                "feat. Nobody",
                "Love)",
                "[:SITD:]",
                "+/-",
                "!!!"
            })
    void aNameStaysWhole(String name) {
        assertEquals(new Credit(name, List.of(name), List.of()), guessed(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Ana feat. Bia,Ana,Bia",
        "Ana Feat. Bia,Ana,Bia",
        "Ana FEAT Bia,Ana,Bia",
        "Ana (feat. Bia),Ana,Bia",
        "Ana [Ft. Bia],Ana,Bia",
        "Ana featuring Bia,Ana,Bia",
        "Ana ft Bia,Ana,Bia",
        "Ana; Bia,Ana,Bia",
        "blink-182 ft. Bia,blink-182,Bia",
        "Sunn O))) feat. Bia,Sunn O))),Bia",
        "Ana (feat. Sunn O)))),Ana,Sunn O)))",
        "Ana feat. Sunn O))),Ana,Sunn O)))",
        "Ana & Co. feat. Bia & Cid,Ana & Co.,Bia & Cid"
    })
    void aGuestIsNamedAfterAWordForIt(String credit, String one, String other) {
        assertEquals(new Credit(credit, List.of(one, other), List.of()), guessed(credit));
    }

    @Test
    void oneIdIsOneArtist() {
        assertEquals(
                new Credit("Ana feat. Bia; Cid", List.of("Ana feat. Bia; Cid"), List.of(ANA)),
                Credit.of(List.of("Ana feat. Bia; Cid"), List.of(), List.of(ANA), List.of()));
    }

    @Test
    void aListWinsOverGuessing() {
        assertEquals(
                new Credit("Ana feat. Bia & Cid", List.of("Ana", "Bia & Cid"), List.of(ANA, BIA)),
                Credit.of(List.of("Ana feat. Bia & Cid"), List.of("Ana", "Bia & Cid"), List.of(ANA, BIA), List.of()));
    }

    @Test
    void aListInOneValueIsTakenApartWhereItHasAnIdForEachName() {
        assertEquals(
                List.of("Ana", "Bia"),
                Credit.of(List.of("Ana & Bia"), List.of("Ana; Bia"), List.of(ANA, BIA), List.of())
                        .names());
        assertEquals(
                List.of("AC/DC"),
                Credit.of(List.of("AC/DC"), List.of("AC/DC"), List.of(ANA), List.of())
                        .names());
    }

    @Test
    void whoIsTheReleasesArtistIsOne() {
        assertEquals(
                List.of("Earth feat. Wind"),
                Credit.of(List.of("Earth feat. Wind"), List.of(), List.of(), List.of("EARTH Feat. Wind"))
                        .names());
    }

    @Test
    void severalValuesAreSeveralNames() {
        assertEquals(
                new Credit("Ana feat. Bia, Cid", List.of("Ana feat. Bia", "Cid"), List.of()),
                Credit.of(List.of("Ana feat. Bia", "Cid"), List.of(), List.of(), List.of()));
    }

    private static Credit guessed(String written) {
        return Credit.of(List.of(written), List.of(), List.of(), List.of());
    }
}
