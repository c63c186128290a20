package app.tutti.platform.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
    @ParameterizedTest
    @ValueSource(strings = {"music.example", "music.example:8080", "192.0.2.7", "[2001:db8::1]", "[::1]:80", "my_nas"})
    void oneHostIsClear(String host) {
        assertTrue(
                Framing.isClear(new FakeRequest("GET", "/").with("Host", host).request()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a, b", "a b", "a/b", "u@a", "", "a:b", "a:80:80"})
    void whatIsNoHostIsNot(String host) {
        assertFalse(
                Framing.isClear(new FakeRequest("GET", "/").with("Host", host).request()));
    }

    @Test
    void twoHostsOrNoneAreNot() {
        assertFalse(Framing.isClear(new FakeRequest("GET", "/").request()));
        assertFalse(Framing.isClear(at().with("Host", "other.example").request()));
    }

    @Test
    void aLengthOrChunksAreAnEnd() {
        assertTrue(Framing.isClear(at().with("Content-Length", "17").request()));
        assertTrue(Framing.isClear(at().with("Transfer-Encoding", "Chunked").request()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked, identity", "identity", "gzip, chunked", "xchunked", "chunked,", ""})
    void anotherCodingIsNot(String coding) {
        assertFalse(Framing.isClear(at().with("Transfer-Encoding", coding).request()));
    }

    @Test
    void twoEndsAreNot() {
        assertFalse(Framing.isClear(at().with("Transfer-Encoding", "chunked")
                .with("Content-Length", "17")
                .request()));
        assertFalse(Framing.isClear(at().with("Transfer-Encoding", "chunked")
                .with("Transfer-Encoding", "identity")
                .request()));
        assertFalse(Framing.isClear(
                at().with("Content-Length", "17").with("Content-Length", "18").request()));
        assertFalse(Framing.isClear(at().with("Content-Length", "+17").request()));
    }

    @Test
    void aSpaceInANameIsNot() {
        assertFalse(Framing.isClear(at().with("Transfer-Encoding ", "chunked").request()));
    }

    private static FakeRequest at() {
        return new FakeRequest("POST", "/").with("Host", "music.example");
    }
}
