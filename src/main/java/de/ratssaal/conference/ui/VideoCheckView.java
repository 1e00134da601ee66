package de.ratssaal.conference.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ElementTexts;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.conference.Check;
import de.ratssaal.conference.CheckingVideo;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Whether what the video conference needs works, and what to do if not. */
@Route(value = "administration/conference", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "conference.check.menu", order = 86, icon = "remote")
class VideoCheckView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final CheckingVideo checking;
    private final Div servers = new Div();

    VideoCheckView(CheckingVideo checking) {
        this.checking = checking;
        servers.getElement().setAttribute("role", "status");
        var again = new Button(getTranslation("conference.check.again"), Symbol.REFRESH.create(), click -> show());
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("conference.check.subtitle")).actions(again),
                        new Card(getTranslation("conference.check.servers"), servers),
                        new OwnDevice(JsonMapper.shared().writeValueAsString(checking.iceServers())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        servers.removeAll();
        var found = checking.look();
        if (found.isEmpty()) {
            servers.add(new Paragraph(getTranslation("conference.check.nothing")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rs-entries");
        found.forEach(it -> list.add(new ListItem(entry(it))));
        servers.add(list);
    }

    private Component entry(Check check) {
        var key = "conference.check." + check.key();
        var name = new Span(getTranslation(key, check.details().toArray()));
        name.addClassName("rs-entry-name");
        var words = new Div(name);
        words.addClassName("rs-entry-words");
        if (check.state() != Check.State.OK) {
            var help = new Span(getTranslation(key + ".help"));
            help.addClassName("rs-entry-detail");
            words.add(help);
        }
        var badges = new Div(badge(check.state()));
        badges.addClassName("rs-entry-badges");
        var line = new Div(words, badges);
        line.addClassName("rs-entry");
        return line;
    }

    private StatusBadge badge(Check.State state) {
        var word = getTranslation("conference.check.state." + state);
        return switch (state) {
            case OK -> new StatusBadge(Tone.SUCCESS, Symbol.SUCCESS, word);
            case WARNING -> new StatusBadge(Tone.WARNING, Symbol.WARNING, word);
            case FAILING -> new StatusBadge(Tone.DANGER, Symbol.WARNING, word);
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conference.check.title");
    }

    /** Camera, microphone and the way through TURN servers, tried in this browser. */
    @Tag("rs-conference-check")
    private static class OwnDevice extends Component {

        private static final String SCRIPT = "/assets/conference-check.js";
        private static final List<String> WORDS = List.of(
                "own",
                "own-hint",
                "begin",
                "end",
                "camera-works",
                "microphone-works",
                "turn",
                "turn-hint",
                "turn-none",
                "turn-test",
                "turn-testing",
                "turn-works",
                "turn-refused",
                "turn-silent");
        private static final List<String> DEVICES =
                List.of("camera", "microphone", "preview", "level", "tone", "no-picture");

        OwnDevice(String iceServers) {
            var texts = new ElementTexts();
            WORDS.forEach(it -> texts.add(ElementTexts.name(it), "conference.check." + it));
            DEVICES.forEach(it -> texts.add(ElementTexts.name(it), "conference.pad." + it));
            ConferencePad.TROUBLES.forEach(it -> texts.add("trouble." + it, "conference.pad.trouble." + it));
            getElement().setAttribute("texts", texts.json());
            getElement().setAttribute("servers", iceServers);
            getElement().executeJs(ConferencePad.LOAD, SCRIPT);
        }
    }
}
