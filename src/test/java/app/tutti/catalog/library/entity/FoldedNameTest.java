package app.tutti.catalog.library.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {
    @ParameterizedTest
    @CsvSource({
        "Beyoncé,BEYONCE",
        "Cradle Of Filth,Cradle of Filth",
        "Blink-182,Blink‐182",
        "Blink-182,Blink–182",
        "Guns N' Roses,Guns N’ Roses",
        "“Weird Al” Yankovic,\"Weird Al\" Yankovic",
        "Straße,STRASSE",
        "Μίκης Θεοδωράκης,ΜΙΚΗΣ ΘΕΟΔΩΡΑΚΗΣ",
        "Ёлка,Елка",
        "Ана́,Ана",
        "❤️,❤",
        "Ana\u00A0Braga,Ana Braga"
    })
    void waysToWriteOneNameAreOne(String one, String other) {
        assertEquals(FoldedName.of(one), FoldedName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "か,が",
        "ハハ,パパ",
        "कि,की",
        "กา,กี",
        "Цой,Цои",
        "אב,אבָ",
        "!!!,!!",
        "÷,x",
        "💔,❤",
        "Sunn O))),Sunn O))",
        "AC/DC,ACDC"
    })
    void namesThatDifferStayTwo(String one, String other) {
        assertNotEquals(FoldedName.of(one), FoldedName.of(other));
    }

    @Test
    void aMarkThatIsALetterInUpperCaseStandsWhereItStood() {
        assertEquals(FoldedName.of("\u1FB3\u0483"), FoldedName.of("\u03B1\u0483\u0345"));
    }

    @Property
    void composedAndTakenApartAreTheSame(@ForAll @StringLength(max = 200) String raw) {
        String name = TagText.clean(raw);
        assertEquals(
                FoldedName.of(Normalizer.normalize(name, Normalizer.Form.NFC)),
                FoldedName.of(Normalizer.normalize(name, Normalizer.Form.NFD)));
    }
}
