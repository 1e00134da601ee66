package de.ratssaal.stream.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.stream.Consents;
import de.ratssaal.stream.PublicStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells those who may speak that the public watches, and asks whether they agree to be shown. */
final class OwnConsent implements LiveCard.Shown {

    private final Consents consents;
    private final Consumer<Runnable> act;
    private @Nullable Boolean agreed;
    private final Section whole = new Section("rs-stream-consent");

    OwnConsent(Consents consents, Consumer<Runnable> act) {
        this.consents = consents;
        this.act = act;
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var stream = board.part(PublicStream.class)
                .filter(PublicStream::isAllowed)
                .filter(it -> it.state() != PublicStream.State.OFF || hadAgreed());
        whole.setVisible(stream.isPresent());
        stream.ifPresent(it -> whole.show(
                List.of(it.needsConsent(), it.isRecorded(), it.state() == PublicStream.State.ON), () -> card(it)));
    }

    /** As it was when the page was opened: asked at each change, it would be a question to the database for every window. */
    private boolean hadAgreed() {
        var known = agreed;
        if (known == null) {
            known = consents.isGiven(false);
            agreed = known;
        }
        return known;
    }

    private Component card(PublicStream stream) {
        var card = new Card(whole.getTranslation("stream.title"));
        if (stream.state() == PublicStream.State.ON) {
            card.aside(new StatusBadge(Tone.LIVE, Symbol.LIVE, whole.getTranslation("stream.state.ON")));
        }
        if (stream.needsConsent()) {
            card.add(new ConsentBox(consents, stream.isRecorded(), act));
            card.add(hint("stream.consent.hint"));
        } else {
            card.add(hint(stream.isRecorded() ? "stream.told-recorded" : "stream.told"));
        }
        return new Div(card);
    }

    private Paragraph hint(String key) {
        var hint = new Paragraph(whole.getTranslation(key));
        hint.addClassName("rs-muted");
        return hint;
    }
}
