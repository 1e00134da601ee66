package de.ratssaal.base.ui;

import com.vaadin.flow.component.UI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The texts of an element that lives in the browser, as it wants them: flat, in one language, with places that it fills itself. */
public final class ElementTexts {

    private static final Object[] PLACES = {"{0}", "{1}", "{2}"};

    private final ObjectNode texts = JsonMapper.shared().createObjectNode();

    /**
     * @param name as the element knows it
     * @param key in the message files
     */
    public ElementTexts add(String name, String key) {
        texts.put(name, UI.getCurrent().getTranslation(key, PLACES));
        return this;
    }

    public String json() {
        return texts.toString();
    }

    /** The name in a script for a word of a key: {@code not-reached} is {@code notReached}. */
    public static String name(String word) {
        var parts = word.split("-");
        return parts[0]
                + Stream.of(parts)
                        .skip(1)
                        .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1))
                        .collect(Collectors.joining());
    }
}
