package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read, and where it stands. Says no to everything that is not of the kind asked for.
 *
 * @param path such as {@code answers[0].choices[2].alpha}; empty for the whole record
 */
record Node(Json value, String path) {

    String text() {
        if (value instanceof Json.Text(var text)) {
            return text;
        }
        throw wrong("a text is expected");
    }

    long whole() {
        if (value instanceof Json.Whole(var number)) {
            return number;
        }
        throw wrong("a number is expected");
    }

    int small() {
        var number = whole();
        if (number > Integer.MAX_VALUE) {
            throw wrong("too large");
        }
        return (int) number;
    }

    boolean truth() {
        if (value instanceof Json.Truth(var truth)) {
            return truth;
        }
        throw wrong("true or false is expected");
    }

    GroupElement element(Group group) {
        return MalformedRecord.within(path, () -> group.parse(text()));
    }

    BigInteger scalar(Group group) {
        return MalformedRecord.within(path, () -> Decimal.scalar(text(), group));
    }

    /** The hash of another record. */
    String hex() {
        var text = text();
        if (text.length() != 64 || !text.chars().allMatch(it -> it >= '0' && it <= '9' || it >= 'a' && it <= 'f')) {
            throw wrong("no hash of 64 hexadecimal digits");
        }
        return text;
    }

    List<Node> items() {
        if (!(value instanceof Json.Items(var values))) {
            throw wrong("a list is expected");
        }
        var nodes = new ArrayList<Node>(values.size());
        for (var it = 0; it < values.size(); it++) {
            nodes.add(new Node(values.get(it), path + '[' + it + ']'));
        }
        return nodes;
    }

    <T> List<T> items(Function<Node, T> each) {
        return items().stream().map(each).toList();
    }

    FieldsReader fields() {
        if (value instanceof Json.Fields(var values)) {
            return new FieldsReader(values.entrySet().iterator(), path);
        }
        throw wrong("a record is expected");
    }

    MalformedRecord wrong(String why) {
        return new MalformedRecord(path, why);
    }

    /** Takes the fields of a record one after the other; what is not taken in its turn is refused. */
    static final class FieldsReader {

        private final Iterator<Map.Entry<String, Json>> rest;
        private final String path;
        private Map.@Nullable Entry<String, Json> next;

        private FieldsReader(Iterator<Map.Entry<String, Json>> rest, String path) {
            this.rest = rest;
            this.path = path;
            step();
        }

        Node take(String name) {
            var node = takeIfThere(name);
            if (node == null) {
                throw new MalformedRecord(
                        path,
                        next == null
                                ? "field %s is missing".formatted(name)
                                : "field %s where %s is expected".formatted(next.getKey(), name));
            }
            return node;
        }

        @Nullable
        Node takeIfThere(String name) {
            if (next == null || !next.getKey().equals(name)) {
                return null;
            }
            var node = new Node(next.getValue(), path.isEmpty() ? name : path + '.' + name);
            step();
            return node;
        }

        void end() {
            if (next != null) {
                throw new MalformedRecord(path, "unknown field " + next.getKey());
            }
        }

        private void step() {
            next = rest.hasNext() ? rest.next() : null;
        }
    }
}
