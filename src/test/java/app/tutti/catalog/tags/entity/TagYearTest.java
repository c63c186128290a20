package app.tutti.catalog.tags.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagYearTest {
    @ParameterizedTest
    @CsvSource({
        "1999,1999",
        "1999-04-01,1999",
        "1999-04-01T12:00:00Z,1999",
        "1999/04/01,1999",
        "20230405,2023",
        "20230405T120000,2023",
        "20230405120000,2023",
        "202304,2023",
        "28022022,2022",
        "02282022,2022",
        "02/28/2022,2022",
        "28.02.2022,2022",
        "4/5/2023,2023",
        "5 April 2023,2023",
        "Apr 2023,2023",
        "2023年4月5日,2023",
        "２０２３,2023",
        "c. 1720,1720",
        "(1999),1999",
        "1999?,1999",
        "00.00.2001,2001"
    })
    void aYearIsWhereverItStands(String date, int year) {
        assertEquals(year, TrackTags.year(List.of(date)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "99",
                "28.02.22",
                "0000",
                "0000-00-00",
                "0999",
                "3000",
                "9999",
                "19990",
                "123456789",
                "20231301",
                "-",
                "A1"
            })
    void whatIsNoYearIsNone(String date) {
        assertNull(TrackTags.year(List.of(date)));
    }

    @Test
    void theFirstDateThatHasOneCounts() {
        assertEquals(1999, TrackTags.year(List.of("12", "1999-04", "2005")));
        assertNull(TrackTags.year(List.of()));
    }
}
