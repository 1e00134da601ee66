package de.ratssaal.rules;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Rules of procedure of which a test changes some. */
public final class TestRules {

    private TestRules() {}

    /** The same rules, with the given ones instead of those of their kind. */
    public static RulesOfProcedure with(RulesOfProcedure rules, Record... others) {
        var components = RulesOfProcedure.class.getRecordComponents();
        var kinds = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var values = new Object[components.length];
            for (var at = 0; at < values.length; at++) {
                var kind = kinds[at];
                var other = List.of(others).stream().filter(kind::isInstance).findFirst();
                values[at] = other.isPresent()
                        ? other.get()
                        : components[at].getAccessor().invoke(rules);
            }
            return RulesOfProcedure.class.getDeclaredConstructor(kinds).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
