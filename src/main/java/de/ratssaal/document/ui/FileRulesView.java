package de.ratssaal.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.document.ActiveContentRule;
import de.ratssaal.document.DocumentAdministration;
import de.ratssaal.document.DocumentCondition;
import de.ratssaal.document.DocumentRules;
import de.ratssaal.document.FileLinks;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;

/** Which files are let in, as an administrator chooses, and how those are that are there. */
@Route(value = FileLinks.RULES, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "document.rules.menu", order = 85, icon = "shield")
class FileRulesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final DocumentAdministration administration;
    private final RadioButtonGroup<ActiveContentRule> active = new RadioButtonGroup<>();
    private final Checkbox unscanned = new Checkbox();
    private final Div condition = new Div();

    FileRulesView(DocumentAdministration administration) {
        this.administration = administration;
        active.setLabel(getTranslation("document.rules.active"));
        active.setHelperText(getTranslation("document.rules.active-help"));
        active.setItems(ActiveContentRule.values());
        active.setItemLabelGenerator(it -> getTranslation("document.rules.active." + it));
        active.addThemeName("vertical");
        unscanned.setLabel(getTranslation("document.rules.unscanned"));
        unscanned.setHelperText(getTranslation("document.rules.unscanned-help"));
        var save = new Button(getTranslation("document.rules.save"), click -> save());
        save.addThemeNames("primary");
        var form = new Div(active, unscanned, new Div(save));
        form.addClassName("rs-form");
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("document.rules.subtitle")),
                        condition,
                        new Card(getTranslation("document.rules.choice"), form));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var rules = administration.rules();
        active.setValue(rules.activeContent());
        unscanned.setValue(rules.acceptUnscanned());
        condition.removeAll();
        condition.add(card(administration.condition()));
    }

    private Component card(DocumentCondition now) {
        var card = new Card(getTranslation("document.condition"))
                .aside(
                        now.isWorrying()
                                ? new StatusBadge(Tone.WARNING, getTranslation("document.condition.worrying"))
                                : new StatusBadge(Tone.SUCCESS, getTranslation("document.condition.good")));
        card.add(new DefinitionList()
                .add(
                        getTranslation("document.condition.scanner"),
                        getTranslation("document.condition.scanner." + now.scanner()))
                .add(getTranslation("document.condition.contents"), number(now.contents()))
                .add(getTranslation("document.condition.unscanned"), number(now.unscanned()))
                .add(getTranslation("document.condition.infected"), number(now.infected()))
                .add(getTranslation("document.condition.in-clear"), number(now.inClear()))
                .add(getTranslation("document.condition.in-store"), number(now.inObjectStore())));
        if (now.scanner() == DocumentCondition.Scanner.NOT_SET) {
            card.add(new Paragraph(getTranslation("document.condition.how-to-scan")));
        }
        return card;
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(getLocale()).format(count);
    }

    private void save() {
        administration.choose(new DocumentRules(active.getValue(), unscanned.getValue()));
        Notice.success(getTranslation("document.rules.saved"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("document.rules.title");
    }
}
