package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Every way to change a single value of a record. */
final class Changes {

    /** A record in which the value at the path is another one. */
    record Changed(String path, Json record) {}

    private Changes() {}

    static List<Changed> of(byte[] record) {
        return ofValues(JsonReader.read(record).value());
    }

    /** The next number for a number, another letter for a text, within texts that are JSON as well. */
    static List<Changed> ofValues(Json record) {
        var changes = new ArrayList<Changed>();
        leaves(record, "", it -> it, changes);
        return changes;
    }

    private static void leaves(Json value, String path, UnaryOperator<Json> rebuild, List<Changed> changes) {
        Consumer<Json> change = it -> changes.add(new Changed(path, rebuild.apply(it)));
        switch (value) {
            case Json.Text(var text)
            when text.startsWith("{\"") ->
                leaves(
                        JsonReader.read(text).value(),
                        path + "#",
                        it -> rebuild.apply(new Json.Text(it.write())),
                        changes);
            case Json.Text(var text) -> change.accept(new Json.Text(other(text)));
            case Json.Whole(var number) -> change.accept(new Json.Whole(number + 1));
            case Json.Truth(var truth) -> change.accept(new Json.Truth(!truth));
            case Json.Items(var values) -> {
                for (var it = 0; it < values.size(); it++) {
                    var at = it;
                    leaves(
                            values.get(it),
                            path + '[' + it + ']',
                            changed -> {
                                var copy = new ArrayList<>(values);
                                copy.set(at, changed);
                                return rebuild.apply(new Json.Items(copy));
                            },
                            changes);
                }
            }
            case Json.Fields(var values) ->
                values.forEach((name, field) -> leaves(
                        field,
                        path.isEmpty() ? name : path + '.' + name,
                        changed -> {
                            var copy = new LinkedHashMap<>(values);
                            copy.put(name, changed);
                            return rebuild.apply(new Json.Fields(copy));
                        },
                        changes));
        }
    }

    private static String other(String text) {
        if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            return new BigInteger(text).add(BigInteger.ONE).toString();
        }
        var last = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        return last + (text.endsWith("a") ? "b" : "a");
    }

    /** Records with a field too many or too few at each place where there are fields. */
    static List<Changed> ofShape(Json record) {
        var changes = new ArrayList<Changed>();
        shapes(record, "", it -> it, changes);
        return changes;
    }

    private static void shapes(Json value, String path, UnaryOperator<Json> rebuild, List<Changed> changes) {
        switch (value) {
            case Json.Fields(var values) -> {
                var more = new LinkedHashMap<>(values);
                more.put("extra", new Json.Text("1"));
                changes.add(new Changed(path + ".extra", rebuild.apply(new Json.Fields(more))));
                values.forEach((name, field) -> {
                    var fewer = new LinkedHashMap<>(values);
                    fewer.remove(name);
                    changes.add(new Changed(path + "-" + name, rebuild.apply(new Json.Fields(fewer))));
                    shapes(
                            field,
                            path + '.' + name,
                            changed -> {
                                var copy = new LinkedHashMap<>(values);
                                copy.put(name, changed);
                                return rebuild.apply(new Json.Fields(copy));
                            },
                            changes);
                });
            }
            case Json.Items(var values) -> {
                for (var it = 0; it < values.size(); it++) {
                    var at = it;
                    shapes(
                            values.get(it),
                            path + '[' + it + ']',
                            changed -> {
                                var copy = new ArrayList<>(values);
                                copy.set(at, changed);
                                return rebuild.apply(new Json.Items(copy));
                            },
                            changes);
                }
                if (!values.isEmpty()) {
                    changes.add(new Changed(
                            path + "[-1]", rebuild.apply(new Json.Items(values.subList(0, values.size() - 1)))));
                }
            }
            case Json.Text(var text)
            when text.matches("[0-9]+") ->
                changes.add(new Changed(path + "=0…", rebuild.apply(new Json.Text("0" + text))));
            case Json.Text text -> {}
            case Json.Whole number -> {}
            case Json.Truth truth -> {}
        }
    }

    /** Changes one text of a record. */
    static Json at(Json record, String path, UnaryOperator<String> change) {
        var found = new ArrayList<Json>();
        replacing(record, "", it -> it, path, change, found);
        return found.getFirst();
    }

    private static void replacing(
            Json value,
            String path,
            UnaryOperator<Json> rebuild,
            String wanted,
            UnaryOperator<String> change,
            List<Json> found) {
        if (value instanceof Json.Text(var text) && path.equals(wanted)) {
            found.add(rebuild.apply(new Json.Text(change.apply(text))));
        } else if (value instanceof Json.Items(var values)) {
            for (var it = 0; it < values.size(); it++) {
                var at = it;
                replacing(
                        values.get(it),
                        path + '[' + it + ']',
                        changed -> {
                            var copy = new ArrayList<>(values);
                            copy.set(at, changed);
                            return rebuild.apply(new Json.Items(copy));
                        },
                        wanted,
                        change,
                        found);
            }
        } else if (value instanceof Json.Fields(var values)) {
            values.forEach((name, field) -> replacing(
                    field,
                    path.isEmpty() ? name : path + '.' + name,
                    changed -> {
                        var copy = new LinkedHashMap<>(values);
                        copy.put(name, changed);
                        return rebuild.apply(new Json.Fields(copy));
                    },
                    wanted,
                    change,
                    found));
        }
    }
}
