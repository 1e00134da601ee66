package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The desk's cards that are not in use, each behind a button in one row, so that what is seen is what goes on. A card that comes into
 * use shows itself; one that was opened by hand stays until it is closed again, or its use is over.
 */
final class FoldedCards {

    private final Div buttons = new Div();
    private final Div row;
    private final Map<LiveCard.Shown, Folding> foldings = new LinkedHashMap<>();

    FoldedCards() {
        var title = new H2();
        title.setText(buttons.getTranslation("chamber.desk.further"));
        title.addClassName("rs-folded-title");
        buttons.addClassName("rs-folded-buttons");
        row = new Div(title, buttons);
        row.addClassName("rs-folded");
        row.setVisible(false);
    }

    /** The row with the buttons. */
    Component row() {
        return row;
    }

    /** Where a card stands. */
    Component place(LiveCard.Shown card) {
        var folding = new Folding(card, "rs-desk-card-" + foldings.size());
        foldings.put(card, folding);
        buttons.add(folding.button);
        return folding.place;
    }

    /** Called once the cards show the board. */
    void show(Board board) {
        foldings.values().forEach(it -> it.show(board));
        row.setVisible(foldings.values().stream().anyMatch(it -> it.button.isVisible()));
    }

    private static final class Folding {

        private final LiveCard.Shown card;
        private final Button button = new Button(Symbol.CHEVRON_DOWN.create());
        private final Div place;
        private boolean isOpened;

        Folding(LiveCard.Shown card, String id) {
            this.card = card;
            place = new Div(card.component());
            place.setId(id);
            place.addClassName("rs-desk-card");
            place.getElement().setAttribute("tabindex", "-1");
            place.getElement().setAttribute("role", "group");
            button.getElement().setAttribute("aria-controls", id);
            button.addClickListener(click -> turn());
            button.setVisible(false);
        }

        void show(Board board) {
            var name = card.foldedAs(board).filter(it -> card.component().isVisible());
            if (name.isEmpty()) {
                isOpened = false;
            }
            name.ifPresent(it -> {
                button.setText(it);
                place.getElement().setAttribute("aria-label", it);
            });
            button.setVisible(name.isPresent());
            draw();
        }

        private void turn() {
            isOpened = !isOpened;
            draw();
            if (isOpened) {
                place.getElement()
                        .executeJs("this.focus({preventScroll: true}); this.scrollIntoView({block: 'nearest'})");
            }
        }

        private void draw() {
            var isFoldable = button.isVisible();
            place.setVisible(card.component().isVisible() && (!isFoldable || isOpened));
            place.setClassName("rs-desk-card-opened", isFoldable && isOpened);
            button.getElement().setAttribute("aria-expanded", String.valueOf(isOpened));
        }
    }
}
