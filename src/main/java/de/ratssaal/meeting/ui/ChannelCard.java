package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.AccountCard;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgreedChannel;
import de.ratssaal.meeting.Channels;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a member's own account page: how they are invited to meetings. */
@Component
class ChannelCard implements AccountCard {

    private final Channels channels;
    private final Access access;

    ChannelCard(Channels channels, Access access) {
        this.channels = channels;
        this.access = access;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Card> accountCard() {
        return access.signedIn().map(it -> it.person() != null).orElse(false)
                ? channels.mine().map(this::card)
                : Optional.empty();
    }

    private Card card(AgreedChannel mine) {
        var fields = new ChannelFields(mine);
        var since = new Paragraph(text(mine));
        since.addClassName("rs-muted");
        var save = new Button(UI.getCurrent().getTranslation("meeting.channel.save"), click -> {
            channels.choose(fields.channel(), fields.address());
            channels.mine().ifPresent(it -> since.setText(text(it)));
            Notice.success(click.getSource().getTranslation("meeting.channel.saved"));
        });
        save.addThemeNames("primary");
        var actions = new Div(save);
        actions.addClassName("rs-actions");
        return new Card(
                UI.getCurrent().getTranslation("meeting.channel.title"),
                new Paragraph(UI.getCurrent().getTranslation("meeting.channel.text")),
                fields,
                since,
                actions);
    }

    private static String text(AgreedChannel agreed) {
        return ChannelsView.agreement(agreed, UI.getCurrent());
    }
}
