package de.ratssaal.base;

import java.util.List;

/**
 * A step that cannot be taken now, with a text for the person who tried. Nothing was changed.
 *
 * <p>The key leads to a sentence in the message files that says what is wrong and what to do.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key key of the sentence, beginning with the module's name
     * @param arguments what the sentence's placeholders stand for
     */
    public Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
