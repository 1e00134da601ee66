package de.ratssaal.ballot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON in the one spelling that the format allows: no spaces, fields in the order in which they are added. */
public sealed interface Json {

    record Text(String value) implements Json {}

    record Whole(long value) implements Json {}

    record Truth(boolean value) implements Json {}

    record Items(List<Json> values) implements Json {}

    record Fields(Map<String, Json> values) implements Json {

        public Fields with(String name, Json value) {
            values.put(name, value);
            return this;
        }

        public Fields with(String name, String value) {
            return with(name, new Text(value));
        }

        public Fields with(String name, Object value) {
            return with(name, new Text(value.toString()));
        }

        /** An absent value leaves no trace. */
        public Fields withOptional(String name, @Nullable Json value) {
            return value == null ? this : with(name, value);
        }
    }

    static Fields fields() {
        return new Fields(new LinkedHashMap<>());
    }

    static <T> Items items(Collection<T> values, Function<? super T, ? extends Json> each) {
        var items = new ArrayList<Json>(values.size());
        for (var value : values) {
            items.add(each.apply(value));
        }
        return new Items(items);
    }

    static Json text(Object value) {
        return new Text(value.toString());
    }

    default byte[] bytes() {
        return write().getBytes(StandardCharsets.UTF_8);
    }

    default String write() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        switch (this) {
            case Text(var value) -> quote(value, out);
            case Whole(var value) -> out.append(value);
            case Truth(var value) -> out.append(value);
            case Items(var values) -> {
                out.append('[');
                var first = true;
                for (var value : values) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    value.write(out);
                }
                out.append(']');
            }
            case Fields(var values) -> {
                out.append('{');
                var first = true;
                for (var field : values.entrySet()) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    quote(field.getKey(), out);
                    out.append(':');
                    field.getValue().write(out);
                }
                out.append('}');
            }
        }
    }

    /** What must be escaped is escaped in its shortest form, nothing else is. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (var it = 0; it < text.length(); it++) {
            var letter = text.charAt(it);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (letter < ' ' || letter == 0x7f) {
                        out.append("\\u%04x".formatted((int) letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }
}
