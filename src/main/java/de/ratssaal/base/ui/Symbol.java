package de.ratssaal.base.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/**
 * The icons, named after what they stand for. The same sprite serves the portal.
 *
 * <p>An icon is never the only sign of something: a text stands beside it, or it carries a label.
 */
public enum Symbol {
    ABSTAIN,
    ACCOUNT,
    ADD,
    AGENDA,
    ALERT,
    APPEARANCE,
    ATTACHMENT,
    AUDIT,
    BACK,
    BELL,
    BUILDING,
    CALENDAR,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CLOCK,
    CLOSE,
    COUNCIL,
    DARK,
    DECISION,
    DELETE,
    DEVICE,
    DOCUMENT,
    DOWN,
    DOWNLOAD,
    DRAFT,
    DRAG,
    EDIT,
    EXTERNAL,
    FILTER,
    GROUP,
    HELP,
    HIGHLIGHT,
    HOME,
    INFO,
    INVITATION,
    KEY,
    LANGUAGE,
    LIGHT,
    LINK,
    LIVE,
    LOCK,
    MENU,
    MICROPHONE,
    MINUTES,
    MORE,
    NO,
    OFFLINE,
    PAPER,
    PERSON,
    PHONE,
    PLACE,
    PLAN,
    PRESENT,
    PRINT,
    PUBLIC,
    RECUSED,
    REDACT,
    REFRESH,
    REMOTE,
    RULES,
    SAVE,
    SEARCH,
    SEND,
    SETTINGS,
    SHIELD,
    SIGN_IN,
    SIGN_OUT,
    SPEECH,
    STOP,
    SUCCESS,
    TAG,
    TERM,
    UNDO,
    UP,
    UPLOAD,
    VIEW,
    VOTE,
    WAITING,
    WARNING,
    WIDTH,
    YES;

    /** Where the sprite is served, seen from the application, which lives one step below the root. */
    static final String SPRITE = "../assets/icons.svg";

    /** An icon beside a text; screen readers pass over it. */
    public SvgIcon create() {
        return icon(id());
    }

    /** An icon that stands alone and says its meaning to screen readers. */
    public SvgIcon create(String label) {
        var icon = icon(id());
        icon.getElement().removeAttribute("aria-hidden");
        icon.getElement().setAttribute("role", "img");
        icon.getElement().setAttribute("aria-label", label);
        return icon;
    }

    /** Name in the sprite, as in {@code @Menu(icon = "calendar")}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SvgIcon icon(String id) {
        var icon = new SvgIcon(SPRITE, id);
        icon.addClassName("rs-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
