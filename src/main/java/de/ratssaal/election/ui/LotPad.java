package de.ratssaal.election.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import de.ratssaal.election.LotSummary;
import de.ratssaal.identity.PersonId;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a member contributes to a lot. The secret is made in the browser and stays there until all have committed themselves;
 * then the browser opens it by itself.
 */
@Tag("rs-lot-pad")
class LotPad extends Component {

    private static final String[] WORDS = {"contribute", "waiting", "opened", "lost", "insecure"};

    LotPad(LotSummary lot, PersonId member, Consumer<String> commit, Consumer<String> open) {
        getElement().setAttribute("lot", lot.name());
        getElement().setAttribute("member", member.toString());
        var words = JsonMapper.shared().createObjectNode();
        for (var word : WORDS) {
            words.put(word, ElectionParts.text("election.lot-pad." + word));
        }
        getElement().setAttribute("texts", words.toString());
        addListener(Committed.class, event -> commit.accept(event.commitment));
        addListener(Opened.class, event -> open.accept(event.secret));
        show(lot, member);
    }

    /** Shows how far the lot is. */
    final void show(LotSummary lot, PersonId member) {
        var mine = lot.valid().stream().filter(it -> it.person().equals(member)).findFirst();
        getElement().setAttribute("state", lot.state().name());
        getElement().setAttribute("committed", mine.isPresent());
        getElement()
                .setAttribute("opened", mine.filter(it -> it.secret() != null).isPresent());
    }

    @DomEvent("lot-commit")
    public static class Committed extends ComponentEvent<LotPad> {

        private final String commitment;

        /** By Vaadin. */
        public Committed(LotPad source, boolean fromClient, @EventData("event.detail") String commitment) {
            super(source, fromClient);
            this.commitment = commitment;
        }
    }

    @DomEvent("lot-open")
    public static class Opened extends ComponentEvent<LotPad> {

        private final String secret;

        /** By Vaadin. */
        public Opened(LotPad source, boolean fromClient, @EventData("event.detail") String secret) {
            super(source, fromClient);
            this.secret = secret;
        }
    }
}
