package de.ratssaal.ballot;

import org.jspecify.annotations.Nullable;

/**
 * A link of the chain that an election's record is.
 *
 * @param parent hash of the event before it; null for the first
 * @param height how many events are before it
 * @param payload name of the record that the event is about; null if it is about none
 */
public record Event(
        @Nullable String parent,
        int height,
        EventType type,
        @Nullable String payload) {

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static Event read(byte[] content) {
        var fields = JsonReader.read(content).fields();
        var parent = fields.takeIfThere("parent");
        var height = fields.take("height").small();
        var type = EventType.read(fields.take("type"));
        var payload = fields.takeIfThere("payload");
        fields.end();
        return new Event(parent == null ? null : parent.hex(), height, type, payload == null ? null : payload.hex());
    }

    public byte[] write() {
        return Json.fields()
                .withOptional("parent", parent == null ? null : new Json.Text(parent))
                .with("height", new Json.Whole(height))
                .with("type", type.written())
                .withOptional("payload", payload == null ? null : new Json.Text(payload))
                .bytes();
    }
}
