package app.tutti.party.control;

import app.tutti.room.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class FakeMember implements Member {
    private final List<JsonObject> told = new ArrayList<>();
    private boolean disconnected;
    /** Against what a member promises. */
    boolean breaks;

    @Override
    public void send(String text) {
        if (breaks) {
            throw new IllegalArgumentException("on purpose");
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            told.add(reader.readObject());
        }
    }

    @Override
    public void disconnect(int code, String reason) {
        disconnected = true;
    }

    List<String> types() {
        return told.stream().map(message -> message.getString("type")).toList();
    }

    JsonObject last() {
        return told.getLast();
    }

    JsonObject first(String type) {
        return told.stream().filter(message -> isOf(message, type)).findFirst().orElseThrow();
    }

    JsonObject last(String type) {
        return told.reversed().stream()
                .filter(message -> isOf(message, type))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(JsonObject message, String type) {
        return message.getString("type").equals(type);
    }

    boolean disconnected() {
        return disconnected;
    }
}
