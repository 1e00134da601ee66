package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ReaderLanguage;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** At the top right: language, appearance, and the person who is signed in. */
class FrameMenu extends MenuBar {

    private final transient Consumer<Locale> languageChosen;

    FrameMenu(CurrentUser.@Nullable Shown user, Consumer<Locale> languageChosen) {
        this.languageChosen = languageChosen;
        addClassName("rs-frame-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        setI18n(new MenuBarI18n().setMoreOptions(getTranslation("base.frame.more")));
        getElement().setAttribute("aria-label", getTranslation("base.frame.settings"));
        addLanguages();
        addAppearances();
        if (user != null) {
            addPerson(user);
        }
    }

    private void addLanguages() {
        var code = new Span(getLocale().getLanguage().toUpperCase(Locale.ROOT));
        var item = addItem(label(Symbol.LANGUAGE.create(), code));
        item.setAriaLabel(getTranslation("base.language"));
        for (var language : Messages.LANGUAGES) {
            // Each language is named in itself: whoever looks for it may not read the present one.
            var name = new Span(language.getDisplayLanguage(language));
            name.getElement().setAttribute("lang", language.getLanguage());
            var choice = item.getSubMenu().addItem(name, click -> read(language));
            choice.setCheckable(true);
            choice.setChecked(language.getLanguage().equals(getLocale().getLanguage()));
        }
    }

    private void read(Locale language) {
        languageChosen.accept(language);
        VaadinService.getCurrentResponse().addCookie(ReaderLanguage.keep(language));
        UI.getCurrent().getSession().setLocale(language);
        UI.getCurrent().getPage().reload();
    }

    private void addAppearances() {
        var now = Appearance.of(VaadinRequest.getCurrent().getCookies());
        var item = addItem(now.symbol().create());
        item.setAriaLabel(getTranslation("base.appearance"));
        for (var appearance : Appearance.values()) {
            var choice = item.getSubMenu()
                    .addItem(label(appearance.symbol().create(), new Span(getTranslation(appearance.key()))));
            choice.setCheckable(true);
            choice.setChecked(appearance == now);
            choice.addClickListener(click -> {
                VaadinService.getCurrentResponse().addCookie(appearance.keep());
                UI.getCurrent().getPage().setColorScheme(appearance.scheme());
                item.removeAll();
                item.add(appearance.symbol().create());
                item.getSubMenu().getItems().forEach(other -> other.setChecked(other == choice));
            });
        }
    }

    private void addPerson(CurrentUser.Shown user) {
        var name = new Span(user.name());
        name.addClassName("rs-frame-menu-name");
        var avatar = Texts.avatar(user.name());
        var item = addItem(label(avatar, name));
        item.setAriaLabel(getTranslation("base.account", user.name()));
        var path = user.accountPath();
        if (path != null) {
            item.getSubMenu()
                    .addItem(
                            label(Symbol.ACCOUNT.create(), new Span(getTranslation("base.account.mine"))),
                            click -> UI.getCurrent().navigate(path));
        }
        item.getSubMenu()
                .addItem(
                        label(Symbol.SIGN_OUT.create(), new Span(getTranslation("base.account.sign-out"))),
                        click -> leave(user));
    }

    /** What lies on the device goes first; for notes that were not sent yet the person is asked (offline/leaving.ts). */
    private static void leave(CurrentUser.Shown user) {
        UI.getCurrent()
                .getPage()
                .executeJs("return window.ratssaalLeave ? window.ratssaalLeave() : true")
                .then(Boolean.class, leaves -> {
                    if (leaves) {
                        user.signOut().run();
                    }
                });
    }

    private static Component label(Component icon, Component text) {
        var label = new Div(icon, text);
        label.addClassName("rs-menu-label");
        return label;
    }
}
