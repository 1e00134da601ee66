package de.ratssaal.ballot;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads JSON only if writing it again gives the very same bytes. Knows no null, no fractions and no negative numbers. */
final class JsonReader {

    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Node read(byte[] content) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedRecord("", "not in UTF-8");
        }
    }

    static Node read(String text) {
        var reader = new JsonReader(text);
        var value = reader.value(0);
        if (reader.at != text.length()) {
            throw reader.wrong("something follows the end");
        }
        return new Node(value, "");
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("nested too deeply");
        }
        return switch (peek()) {
            case '{' -> fields(depth);
            case '[' -> items(depth);
            case '"' -> new Json.Text(string());
            case 't' -> truth("true", true);
            case 'f' -> truth("false", false);
            default -> whole();
        };
    }

    private Json fields(int depth) {
        var fields = new LinkedHashMap<String, Json>();
        at++;
        if (peek() == '}') {
            at++;
            return new Json.Fields(fields);
        }
        while (true) {
            var name = string();
            expect(':');
            if (fields.put(name, value(depth + 1)) != null) {
                throw wrong("field %s twice".formatted(name));
            }
            if (peek() == '}') {
                at++;
                return new Json.Fields(fields);
            }
            expect(',');
        }
    }

    private Json items(int depth) {
        var items = new ArrayList<Json>();
        at++;
        if (peek() == ']') {
            at++;
            return new Json.Items(items);
        }
        while (true) {
            items.add(value(depth + 1));
            if (peek() == ']') {
                at++;
                return new Json.Items(items);
            }
            expect(',');
        }
    }

    private String string() {
        expect('"');
        var start = at;
        var plain = true;
        while (peek() != '"') {
            plain &= text.charAt(at) >= ' ' && text.charAt(at) != 0x7f && text.charAt(at) != '\\';
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        var raw = text.substring(start, at++);
        return plain ? raw : unescaped(raw);
    }

    private String unescaped(String raw) {
        var value = new StringBuilder(raw.length());
        for (var it = 0; it < raw.length(); it++) {
            var letter = raw.charAt(it);
            if (letter != '\\') {
                value.append(letter);
                continue;
            }
            var kind = ++it < raw.length() ? raw.charAt(it) : ' ';
            switch (kind) {
                case '"', '\\' -> value.append(kind);
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'b' -> value.append('\b');
                case 'f' -> value.append('\f');
                case 'u' -> {
                    value.append(code(raw, it + 1));
                    it += 4;
                }
                default -> throw wrong("unknown escape");
            }
        }
        var again = new StringBuilder();
        Json.quote(value.toString(), again);
        if (!again.toString().equals('"' + raw + '"')) {
            throw wrong("text not in its shortest form");
        }
        return value.toString();
    }

    private char code(String raw, int from) {
        try {
            return (char) Integer.parseInt(raw.substring(from, from + 4), 16);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw wrong("unknown escape");
        }
    }

    private Json truth(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw wrong("unknown word");
        }
        at += word.length();
        return new Json.Truth(value);
    }

    private Json whole() {
        var start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > 15 || at - start > 1 && text.charAt(start) == '0') {
            throw wrong("no value in the prescribed spelling");
        }
        return new Json.Whole(Long.parseLong(text.substring(start, at)));
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("%s expected".formatted(wanted));
        }
        at++;
    }

    private MalformedRecord wrong(String why) {
        return new MalformedRecord("at character " + at, why);
    }
}
