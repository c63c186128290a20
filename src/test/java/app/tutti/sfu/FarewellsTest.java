package app.tutti.sfu;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FarewellsTest {
    private static final long LONG = 20_000;

    private final Farewells farewells = new Farewells();

    @Test
    void nothingIsWaitedForWhereNothingIsExpected() throws Exception {
        assertTrue(farewells.await(0));
    }

    @Test
    void whoNeverAnswersIsNotWaitedForLonger() throws Exception {
        farewells.expect(new CompletableFuture<>());
        assertFalse(farewells.await(1));
    }

    @Test
    void whatIsExpectedMeanwhileIsWaitedForToo() throws Exception {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        farewells.expect(first);
        Thread.ofVirtual().start(() -> {
            farewells.expect(second);
            first.complete(null);
            second.complete(null);
        });
        assertTrue(farewells.await(LONG));
        assertTrue(second.isDone());
    }

    @Test
    void whatFailsIsOver() throws Exception {
        CompletableFuture<Void> broken = new CompletableFuture<>();
        farewells.expect(broken);
        broken.completeExceptionally(new IllegalStateException("the server is gone"));
        assertTrue(farewells.await(LONG));
    }
}
