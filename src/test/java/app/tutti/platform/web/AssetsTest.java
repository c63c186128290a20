package app.tutti.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final JsonObject SCRIPTS = outputs("""
            {"/tutti/target/web/js/app.js": {"entryPoint": "js/app.js", "inputs": {}, "imports": [
                {"path": "/tutti/target/web/js/chunk-AAAAAAAA.js", "kind": "import-statement"}]},
             "/tutti/target/web/js/app.js.map": {"inputs": {}, "imports": []},
             "/tutti/target/web/js/chunk-AAAAAAAA.js": {"inputs": {"js/player/player.js": {}}, "imports": [
                {"path": "/tutti/target/web/js/chunk-BBBBBBBB.js", "kind": "import-statement"},
                {"path": "/tutti/target/web/js/party-host-CCCCCCCC.js", "kind": "dynamic-import"}]},
             "/tutti/target/web/js/chunk-BBBBBBBB.js": {"inputs": {}, "imports": [
                {"path": "/tutti/target/web/js/chunk-AAAAAAAA.js", "kind": "import-statement"}]},
             "/tutti/target/web/js/party-host-CCCCCCCC.js": {"inputs": {}, "imports": []}}""");
    private static final JsonObject STYLES = outputs("""
            {"../../../target/web/css/tutti-DDDDDDDD.css": {"entryPoint": "css/tutti.css", "inputs": {"css/base.css": {}}},
             "../../../target/web/fonts/figtree-latin-EEEEEEEE.woff2": {"inputs": {"fonts/figtree-latin.woff2": {}}}}""");

    @Test
    void aPageFetchesAllThatItsScriptNeedsAndNothingOfWhatOnlySomePagesDo() {
        assertEquals(List.of("/js/chunk-AAAAAAAA.js", "/js/chunk-BBBBBBBB.js"), Assets.neededBy("js/app.js", SCRIPTS));
    }

    @Test
    void aStyleAndAFontAreWhereTheBundlerPutThem() {
        assertEquals("css/tutti-DDDDDDDD.css", Assets.madeOf("css/tutti.css", STYLES));
        assertEquals("fonts/figtree-latin-EEEEEEEE.woff2", Assets.madeOf("fonts/figtree-latin.woff2", STYLES));
    }

    @Test
    void withoutABundlerTheSourcesAreServed() {
        assertEquals(List.of(), Assets.neededBy("js/app.js", JsonObject.EMPTY_JSON_OBJECT));
        assertEquals("css/tutti.css", Assets.madeOf("css/tutti.css", JsonObject.EMPTY_JSON_OBJECT));
    }

    private static JsonObject outputs(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
