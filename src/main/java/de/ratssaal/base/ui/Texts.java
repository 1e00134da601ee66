package de.ratssaal.base.ui;

import com.vaadin.flow.component.avatar.Avatar;
import java.util.Arrays;
import java.util.Locale;

/** Small conversions between values and what is shown. */
final class Texts {

    private Texts() {}

    /** Name of a constant as style sheets write it. */
    static String dashed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** First letters of the first and the last name, without titles. */
    static String initials(String name) {
        var words = Arrays.stream(name.split("[ -]+"))
                .filter(it -> !it.isEmpty() && !it.endsWith(".") && Character.isUpperCase(it.codePointAt(0)))
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        var first = words.getFirst().substring(0, 1);
        return words.size() == 1 ? first : first + words.getLast().substring(0, 1);
    }

    /** A circle with initials beside a name; screen readers pass over it. */
    static Avatar avatar(String name) {
        var avatar = new Avatar(name);
        avatar.setAbbreviation(initials(name));
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }
}
