package de.ratssaal.teller.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.Nomination;
import de.ratssaal.teller.Nominee;
import de.ratssaal.teller.TellerSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks who the tellers are and how many of them decrypt, and says at once what should be thought of. Stays open while it is refused. */
class NameTellersDialog extends Dialog {

    private final List<Nominee> nominees;
    private final MultiSelectComboBox<Nominee> tellers = new MultiSelectComboBox<>();
    private final Select<Integer> threshold = new Select<>();
    private final Div hints = new Div();

    NameTellersDialog(List<Nominee> nominees, @Nullable TellerSet before, BiConsumer<List<PersonId>, Integer> named) {
        this.nominees = nominees;
        setHeaderTitle(getTranslation("teller.name"));
        setWidth("min(40rem, 100%)");
        tellers.setLabel(getTranslation("teller.name.label", TellerSet.FEWEST, TellerSet.MOST));
        tellers.setItems(nominees);
        tellers.setItemLabelGenerator(this::label);
        tellers.setWidthFull();
        tellers.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL); // who is named is to be seen
        threshold.setLabel(getTranslation("teller.name.threshold"));
        threshold.setItemLabelGenerator(
                it -> getTranslation("teller.name.threshold-of", it, Math.max(TellerSet.FEWEST, chosen().size())));
        threshold.setWidthFull();
        hints.addClassName("rs-teller-hints");
        hints.getElement().setAttribute("role", "status");
        if (before != null) {
            tellers.setValue(
                    nominees.stream().filter(it -> before.has(it.person())).collect(Collectors.toSet()));
        }
        arrange(before == null ? null : before.threshold());
        tellers.addValueChangeListener(changed -> arrange(null));
        threshold.addValueChangeListener(changed -> hint());
        add(new Paragraph(getTranslation("teller.name.text")), tellers, threshold, hints);
        if (before != null) {
            add(TellerTexts.note(Symbol.ALERT, getTranslation("teller.name.replaces")));
        }
        var done = new Button(getTranslation("teller.name"), click -> {
            named.accept(chosen().stream().map(Nominee::person).toList(), threshold.getValue());
            close();
        });
        done.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), done);
    }

    private String label(Nominee nominee) {
        var side = nominee.side();
        var name = side == null ? nominee.name() : getTranslation("teller.name.of-side", nominee.name(), side);
        return nominee.hasAccount() ? name : getTranslation("teller.name.without-account", name);
    }

    /** In the order of the list, not of pressing. */
    private List<Nominee> chosen() {
        var chosen = tellers.getValue();
        return nominees.stream().filter(chosen::contains).toList();
    }

    private void arrange(@Nullable Integer wanted) {
        var size = Math.clamp(chosen().size(), TellerSet.FEWEST, TellerSet.MOST);
        threshold.setItems(IntStream.rangeClosed(2, size).boxed().toList());
        threshold.setValue(wanted == null ? TellerSet.usualThreshold(size) : wanted);
        hint();
    }

    private void hint() {
        hints.removeAll();
        var chosen = chosen();
        var most = threshold.getValue();
        if (chosen.isEmpty() || most == null) {
            return;
        }
        new Nomination(chosen, most)
                .hints()
                .forEach(it -> hints.add(TellerTexts.note(Symbol.INFO, getTranslation(it.key()))));
    }
}
