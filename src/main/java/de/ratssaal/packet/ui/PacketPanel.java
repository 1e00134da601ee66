package de.ratssaal.packet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.packet.PacketAudience;
import de.ratssaal.packet.PacketLinks;
import de.ratssaal.packet.PacketState;
import de.ratssaal.packet.PacketSummary;
import de.ratssaal.packet.Packets;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a meeting's packet stands, how far it is while it is bound, and where it is read. */
class PacketPanel extends Composite<Card> {

    private static final double MEGA = 1_000_000;

    private final MeetingId meeting;
    private final ZoneId zone;
    private final Packets packets;
    private final Div content = new Div();
    private @Nullable List<PacketSummary> shown;

    PacketPanel(MeetingSummary of, Packets packets, ChangeNotices notices) {
        this.meeting = of.id();
        this.zone = of.zone();
        this.packets = packets;
        content.addClassName("rs-packet");
        getContent().add(content);
        show();
        WhileShown.watch(
                this, ui -> notices.watch(Packets.topic(meeting), () -> WhileShown.update(ui, this::showWhatIsNew)));
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("packet.card"));
    }

    private void showWhatIsNew() {
        try {
            show();
        } catch (NoSuchElementException e) {
            content.removeAll(); // the meeting is none of their business any more
        }
    }

    private void show() {
        var organizes = packets.mayOrder(meeting);
        var now = organizes
                ? packets.all(meeting)
                : packets.mine(meeting).stream().toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        content.removeAll();
        if (now.isEmpty()) {
            content.add(new Paragraph(getTranslation("packet.card.none")));
        }
        now.forEach(it -> content.add(packet(it, organizes)));
        if (organizes) {
            content.add(orderButton(now));
        }
    }

    private Component packet(PacketSummary packet, boolean organizes) {
        var piece = new Div();
        piece.addClassName("rs-packet-piece");
        if (organizes) {
            piece.add(new H3(getTranslation("packet.card.for." + packet.audience())));
        }
        switch (packet.state()) {
            case WAITING, CONVERTING, BINDING -> addProgress(piece, packet);
            case FAILED -> piece.add(new Paragraph(getTranslation("packet.card.failed")));
            case BOUND -> {
                if (packet.isReady()) {
                    addReady(piece, packet);
                } else {
                    piece.add(new Paragraph(getTranslation("packet.card.outdated")));
                }
            }
        }
        addProblems(piece, packet);
        return piece;
    }

    private void addProgress(Div piece, PacketSummary packet) {
        var words = packet.state() == PacketState.WAITING
                ? getTranslation("packet.card.waiting")
                : getTranslation(
                        packet.state() == PacketState.CONVERTING ? "packet.card.converting" : "packet.card.binding",
                        packet.done(),
                        packet.total());
        var line = new Paragraph(words);
        line.addClassName("rs-packet-progress");
        line.getElement().setAttribute("role", "status");
        var bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", getTranslation("packet.card.progress"));
        if (packet.total() == 0) {
            bar.setIndeterminate(true);
        } else {
            bar.setValue(Math.min(1, packet.done() / (double) packet.total()));
        }
        piece.add(line, bar);
    }

    private void addReady(Div piece, PacketSummary packet) {
        var link = new Anchor(
                packet.audience() == PacketAudience.PUBLIC
                        ? PacketLinks.forEverybody(meeting)
                        : PacketLinks.own(meeting));
        link.setRouterIgnore(true);
        link.add(Symbol.DOWNLOAD.create(), new Span(getTranslation("packet.card.read")));
        link.addClassNames("rs-button", "rs-button-primary");
        var facts = new Paragraph(getTranslation(
                "packet.card.facts",
                packet.pages(),
                megabytes(packet.size()),
                Optional.ofNullable(packet.boundAt())
                        .map(it -> getTranslation("packet.card.bound-at", it.atZone(zone)))
                        .orElse("")));
        facts.addClassName("rs-packet-facts");
        piece.add(link, facts);
        if (packet.audience() == PacketAudience.NON_PUBLIC) {
            var hint = new Paragraph(getTranslation("packet.card.marked"));
            hint.addClassName("rs-packet-facts");
            piece.add(hint);
        }
    }

    private String megabytes(long size) {
        var number = NumberFormat.getInstance(getLocale());
        number.setMaximumFractionDigits(1);
        return number.format(Math.max(0.1, size / MEGA));
    }

    private void addProblems(Div piece, PacketSummary packet) {
        if (packet.problems().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        packet.problems().forEach(it -> list.add(new ListItem(it)));
        piece.add(new Paragraph(getTranslation("packet.card.problems")), list);
    }

    private Component orderButton(List<PacketSummary> now) {
        var button = new Button(
                getTranslation(now.isEmpty() ? "packet.card.order" : "packet.card.order-again"),
                Symbol.REFRESH.create(),
                click -> {
                    packets.order(meeting);
                    Notice.success(getTranslation("packet.card.ordered"));
                    show();
                });
        button.setEnabled(now.stream().noneMatch(it -> it.state().isOpen()));
        return button;
    }
}
