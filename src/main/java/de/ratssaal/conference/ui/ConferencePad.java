package de.ratssaal.conference.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import de.ratssaal.base.ui.ElementTexts;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.util.List;

/** Where somebody sees and hears the others. Everything of it happens in the browser. */
@Tag("rs-conference")
class ConferencePad extends Component implements HasStyle {

    private static final String SCRIPT = "/assets/conference.js";
    static final String LOAD = """
            if (!document.querySelector(`script[src="${$0}"]`)) {
                const script = document.createElement('script');
                script.type = 'module';
                script.src = $0;
                document.head.append(script);
            }
            """;
    private static final List<String> WORDS = List.of(
            "before",
            "before-hint",
            "check",
            "check-hint",
            "camera",
            "microphone",
            "speaker",
            "standard",
            "with-camera",
            "preview",
            "level",
            "tone",
            "blur",
            "enter",
            "cancel",
            "entering",
            "out",
            "alone",
            "elsewhere",
            "take-over",
            "taken",
            "take-back",
            "signed-out",
            "unfit",
            "try-again",
            "lost",
            "phone",
            "floor",
            "unmute",
            "mute",
            "silent",
            "muted-by-chair",
            "floor-over",
            "camera-on",
            "camera-off",
            "leave",
            "leave-hint",
            "leave-asked",
            "leave-now",
            "stay",
            "come-back",
            "reload",
            "most-pictures",
            "you",
            "has-floor",
            "no-picture",
            "sound-on",
            "sound-off",
            "connecting",
            "pin",
            "unpin",
            "large",
            "strip",
            "alone-here",
            "need-sound",
            "play-sound",
            "jitsi-missing");

    /** Why a camera or microphone cannot be used, as the browser says it. */
    static final List<String> TROUBLES = List.of("denied", "missing", "busy", "insecure");

    ConferencePad(MeetingId meeting, PersonId voter) {
        getElement().setAttribute("meeting", meeting.toString());
        getElement().setAttribute("voter", voter.toString());
        var texts = new ElementTexts();
        WORDS.forEach(it -> texts.add(ElementTexts.name(it), "conference.pad." + it));
        TROUBLES.forEach(it -> texts.add("trouble." + it, "conference.pad.trouble." + it));
        getElement().setAttribute("texts", texts.json());
        getElement().executeJs(LOAD, SCRIPT);
    }

    /**
     * @param turn changes whenever it has to be asked anew whether they may come in
     * @param phone number to call when the connection is lost; may be empty
     */
    void show(String turn, String phone) {
        getElement().setAttribute("turn", turn);
        getElement().setAttribute("phone", phone);
    }
}
