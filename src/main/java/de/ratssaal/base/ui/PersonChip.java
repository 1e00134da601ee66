package de.ratssaal.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A person with initials and political group. */
public class PersonChip extends Span {

    public PersonChip(String name) {
        this(name, null, null);
    }

    /**
     * @param group short name of the political group; none for somebody without
     * @param groupColor its colour as {@code #rrggbb}; shown beside the name of the group, never alone
     */
    public PersonChip(String name, @Nullable String group, @Nullable String groupColor) {
        addClassName("rs-person");
        var avatar = Texts.avatar(name);
        var words = new Div(new Span(name));
        words.addClassName("rs-person-words");
        if (group != null) {
            var line = new Span(group);
            line.addClassName("rs-person-group");
            if (groupColor != null) {
                line.getStyle().set("--rs-group", groupColor);
                line.addClassName("rs-person-colored");
            }
            words.add(line);
        }
        add(avatar, words);
    }
}
