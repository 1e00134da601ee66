package de.ratssaal.base.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a step that cannot be undone, or that others see at once. */
public final class ConfirmAction {

    private ConfirmAction() {}

    /**
     * @param question what is about to happen, as a question, such as "Send the invitation to 51 members?"
     * @param consequence what follows from it
     * @param verb what the confirming button says, such as "Send"; never just "Yes"
     */
    public static ConfirmDialog ask(String question, String consequence, String verb, Runnable act) {
        return open(question, consequence, verb, "primary", act);
    }

    /** As {@link #ask}, for a step that takes something away. */
    public static ConfirmDialog askDestructive(String question, String consequence, String verb, Runnable act) {
        return open(question, consequence, verb, "error primary", act);
    }

    private static ConfirmDialog open(String question, String consequence, String verb, String theme, Runnable act) {
        var dialog = new ConfirmDialog(question, consequence, verb, confirmed -> act.run());
        dialog.setConfirmButtonTheme(theme);
        dialog.setCancelable(true);
        dialog.setCancelText(dialog.getTranslation("base.cancel"));
        dialog.setCloseOnEsc(true);
        dialog.open();
        return dialog;
    }
}
