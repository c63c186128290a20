package app.tutti.catalog.library.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SortNameTest {
    @Test
    void theBeatlesStandUnderB() {
        assertEquals("beatles", SortName.of("The Beatles"));
        assertEquals("perfect circle", SortName.of("A Perfect Circle"));
    }

    @Test
    void anArticleAloneIsAName() {
        assertEquals("the", SortName.of("The"));
        assertEquals("the", SortName.of("The The"));
        assertEquals("a-ha", SortName.of("a-ha"));
        assertEquals("theory", SortName.of("Theory"));
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertEquals("bjork", SortName.of("Björk"));
        assertEquals("emilie simon", SortName.of("ÉMILIE SIMON"));
        assertEquals("istanbul", SortName.of("İstanbul"));
    }

    @Test
    void marksInFrontDoNotCountUnlessThereIsNothingElse() {
        assertEquals("what's the story) morning glory?", SortName.of("(What's the Story) Morning Glory?"));
        assertEquals("...", SortName.of("..."));
    }

    @Test
    void otherScriptsStayWhole() {
        assertEquals("방탄소년단", SortName.of("방탄소년단"));
    }

    @Property
    void aSortNameIsNeverEmptyAndHardlyLongerThanTheName(@ForAll @StringLength(min = 1, max = 500) String raw) {
        String name = TagText.clean(raw);
        assertEquals(name.isEmpty(), SortName.of(name).isEmpty());
        assertTrue(SortName.of(name).length() <= name.length() * 2, () -> "too long for " + name);
    }
}
