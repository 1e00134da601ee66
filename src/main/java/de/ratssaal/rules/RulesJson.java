package de.ratssaal.rules;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the rules that differ from a preset are written down: one JSON object, with an entry for each rule that differs.
 *
 * <p>An entry holds the whole rule. What an older entry lacks is taken from the preset, so that a rule may gain values; a
 * value that a rule lost is left out.
 */
final class RulesJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Values that older entries hold and no rule knows any more. */
    private static final Set<String> LOST = Set.of("mayCorrectUntilClosing");

    private static final String SUPPORT = "support";
    private static final List<String> ONCE_SHARED = List.of("ofAllMembers", "groupSuffices", "source");

    private RulesJson() {}

    static String changes(RulesOfProcedure rules) {
        var preset = tree(RulesOfProcedure.of(rules.preset()));
        var changes = JSON.createObjectNode();
        tree(rules).forEachEntry((rule, value) -> {
            if (!value.equals(preset.get(rule))) {
                changes.set(rule, value);
            }
        });
        return changes.toString();
    }

    /** @throws IllegalArgumentException if the changes are not what {@link #changes} wrote */
    static RulesOfProcedure read(Preset preset, String changes) {
        try {
            var rules = tree(RulesOfProcedure.of(preset));
            JSON.readTree(changes).asObject().forEachEntry((rule, value) -> {
                if (rules.get(rule) instanceof ObjectNode known) {
                    known.setAll(rule.equals(SUPPORT) ? ofEachKind(value.asObject(), known) : value.asObject())
                            .remove(LOST);
                } else {
                    throw new IllegalArgumentException("no rule is called " + rule);
                }
            });
            return JSON.treeToValue(rules, RulesOfProcedure.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not rules of procedure: " + changes, e);
        }
    }

    /** Once one source, one kind of share and one word on groups held for all kinds of motions. */
    private static ObjectNode ofEachKind(ObjectNode rule, ObjectNode preset) {
        var shared = JSON.createObjectNode();
        for (var name : ONCE_SHARED) {
            if (rule.has(name)) {
                shared.set(name, rule.get(name));
            }
        }
        if (shared.isEmpty()) {
            return rule;
        }
        var each = JSON.createObjectNode();
        preset.forEachEntry((kind, of) -> {
            var needed = JSON.createObjectNode();
            needed.setAll(of.asObject());
            needed.setAll(shared);
            if (rule.has(kind)) {
                needed.set("backing", rule.get(kind));
            }
            each.set(kind, needed);
        });
        return each;
    }

    private static ObjectNode tree(RulesOfProcedure rules) {
        return JSON.valueToTree(rules);
    }
}
