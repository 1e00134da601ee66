package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperInHand;
import de.ratssaal.workflow.Actor;
import de.ratssaal.workflow.Condition;
import de.ratssaal.workflow.PaperSubmission;
import de.ratssaal.workflow.ProcessDesign;
import de.ratssaal.workflow.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Submits a paper: asks for what its process needs to know, and for nothing else. */
final class SubmitDialog {

    private SubmitDialog() {}

    /**
     * @param offices that may write it; empty if that is known
     * @param concerned offices that can be asked
     * @param financialEffects as it was said the last time
     */
    static void open(
            PaperInHand paper,
            ProcessDesign design,
            List<OrganizationSummary> offices,
            List<OrganizationSummary> concerned,
            boolean financialEffects,
            PaperSubmission submission,
            Runnable done) {
        var ui = UI.getCurrent();
        var office = new Select<OrganizationSummary>();
        office.setLabel(ui.getTranslation("workflow.submit.office"));
        office.setItems(offices);
        office.setItemLabelGenerator(OrganizationSummary::name);
        if (!offices.isEmpty()) {
            office.setValue(offices.getFirst());
        }
        office.setVisible(offices.size() > 1);
        var costs = new Checkbox(ui.getTranslation("workflow.submit.financial-effects"), financialEffects);
        costs.setVisible(design.steps().stream().anyMatch(it -> it.condition() == Condition.FINANCIAL_EFFECTS));
        var chosen = new MultiSelectComboBox<OrganizationSummary>();
        chosen.setLabel(ui.getTranslation("workflow.submit.concerned"));
        chosen.setHelperText(ui.getTranslation("workflow.submit.concerned-help"));
        chosen.setItems(concerned);
        chosen.setItemLabelGenerator(OrganizationSummary::name);
        chosen.setVisible(design.steps().stream().anyMatch(it -> it.actor() == Actor.CHOSEN_OFFICES));
        new ActDialog(
                        ui.getTranslation("workflow.submit.title", paper.number()),
                        ui.getTranslation("workflow.submit.text"),
                        ui.getTranslation("workflow.submit"),
                        false,
                        comment -> {
                            submission.submit(
                                    paper.id(),
                                    new Submission(
                                            id(office.getValue()),
                                            costs.getValue(),
                                            chosen.getValue().stream()
                                                    .map(OrganizationSummary::id)
                                                    .toList(),
                                            comment,
                                            paper.fingerprint()));
                            Notice.success(ui.getTranslation("workflow.submit.done", paper.number()));
                            done.run();
                        })
                .ask(office, costs, chosen)
                .open();
    }

    private static @Nullable OrganizationId id(@Nullable OrganizationSummary office) {
        return office == null ? null : office.id();
    }
}
