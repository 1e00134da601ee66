package de.ratssaal.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import de.ratssaal.base.LanguageChosen;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.AccountCard;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.OwnAccount;
import de.ratssaal.identity.PasskeySummary;
import de.ratssaal.identity.Passkeys;
import de.ratssaal.identity.Passwords;
import de.ratssaal.identity.SecondFactor;
import de.ratssaal.identity.Sessions;
import jakarta.annotation.security.PermitAll;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** A person's own account: language, password, second factor, passkeys, and where they are signed in. */
@Route(value = MyAccountView.PATH, layout = MainLayout.class)
@PermitAll
class MyAccountView extends Composite<Div> implements HasDynamicTitle {

    static final String PATH = "account";

    private final OwnAccount account;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final CouncilRoll roll;
    private final ApplicationEventPublisher events;

    private final Div secondFactorPlace = new Div();
    private final Div passkeysPlace = new Div();
    private final Div sessionsPlace = new Div();

    MyAccountView(
            OwnAccount account,
            Passwords passwords,
            SecondFactor secondFactor,
            Passkeys passkeys,
            Sessions sessions,
            CouncilRoll roll,
            ApplicationEventPublisher events,
            ObjectProvider<AccountCard> cards) {
        this.account = account;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.roll = roll;
        this.events = events;
        getContent().addClassName("rs-page");
        getContent().add(new PageHeader(getTranslation("identity.account.title")), owner());
        cards.stream()
                .sorted(Comparator.comparingInt(AccountCard::order))
                .forEach(it -> it.accountCard().ifPresent(getContent()::add));
        if (passwords.haveOne()) {
            getContent().add(password());
        }
        getContent().add(secondFactorPlace, passkeysPlace, sessionsPlace);
        showSecondFactor();
        showPasskeys();
        showSessions();
    }

    private Component owner() {
        var details = account.show();
        var mail = details.mail();
        var language = new Select<Locale>();
        language.setLabel(getTranslation("base.language"));
        language.setItems(Messages.LANGUAGES);
        language.setItemLabelGenerator(it -> it.getDisplayLanguage(it));
        language.setValue(Messages.LANGUAGES.stream()
                .filter(it -> it.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(Locale.GERMAN));
        language.addValueChangeListener(change -> read(change.getValue()));
        return new Card(
                getTranslation("identity.account.owner"),
                new DefinitionList()
                        .add(getTranslation("identity.first.login"), details.login())
                        .add(getTranslation("identity.accounts.name"), details.name())
                        .add(
                                getTranslation("identity.accounts.mail"),
                                mail == null ? getTranslation("identity.accounts.no-mail") : mail),
                hint(getTranslation("identity.account.owner-text")),
                language);
    }

    private void read(Locale language) {
        events.publishEvent(new LanguageChosen(language));
        VaadinService.getCurrentResponse().addCookie(ReaderLanguage.keep(language));
        UI.getCurrent().getSession().setLocale(language);
        UI.getCurrent().getPage().reload();
    }

    private Component password() {
        var present = new PasswordField(getTranslation("identity.account.present-password"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        var next = new PasswordField(getTranslation("identity.choose.password"));
        next.setAutocomplete(Autocomplete.NEW_PASSWORD);
        next.setHelperText(getTranslation("identity.choose.text"));
        var repeated = new PasswordField(getTranslation("identity.choose.repeated"));
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        var change = new Button(getTranslation("identity.account.change-password"), click -> {
            if (!next.getValue().equals(repeated.getValue())) {
                throw new Refusal("identity.password.differs");
            }
            passwords.change(present.getValue(), next.getValue());
            present.clear();
            next.clear();
            repeated.clear();
            Notice.success(getTranslation("identity.account.password-changed"));
            showSessions();
        });
        change.addThemeNames("primary");
        return new Card(getTranslation("identity.sign-in.password"), form(present, next, repeated), actions(change));
    }

    private void showSecondFactor() {
        var card = new Card(getTranslation("identity.code.title"));
        var setUp = secondFactor.isSetUp();
        card.aside(
                setUp
                        ? new StatusBadge(Tone.SUCCESS, Symbol.SHIELD, getTranslation("identity.account.on"))
                        : new StatusBadge(Tone.NEUTRAL, Symbol.SHIELD, getTranslation("identity.account.off")));
        card.add(hint(getTranslation("identity.account.second-factor-text")));
        var actions = actions(new Button(
                getTranslation(setUp ? "identity.account.replace" : "identity.account.set-up"),
                click -> new SecondFactorDialog(secondFactor, passwords, this::showSecondFactorAndSessions).open()));
        if (setUp) {
            card.add(new Paragraph(getTranslation("identity.account.recovery-left", secondFactor.recoveryCodesLeft())));
            actions.add(new Button(
                    getTranslation("identity.account.new-recovery-codes"),
                    click -> new PasswordAsked(
                                    getTranslation("identity.account.new-recovery-codes"),
                                    getTranslation("identity.account.new-recovery-codes-text"),
                                    getTranslation("identity.account.make"),
                                    passwords,
                                    password -> {
                                        var codes = secondFactor.newRecoveryCodes(password);
                                        showSecondFactor();
                                        new RecoveryCodesDialog(codes).open();
                                    })
                            .open()));
            if (!secondFactor.isDemanded()) {
                actions.add(new Button(
                        getTranslation("identity.account.remove"),
                        click -> new PasswordAsked(
                                        getTranslation("identity.account.remove-title"),
                                        getTranslation("identity.account.remove-text"),
                                        getTranslation("identity.account.remove"),
                                        passwords,
                                        password -> {
                                            secondFactor.remove(password);
                                            showSecondFactor();
                                        })
                                .open()));
            }
        }
        card.add(actions);
        secondFactorPlace.removeAll();
        secondFactorPlace.add(card);
    }

    private void showPasskeys() {
        var mine = passkeys.mine();
        var list = new UnorderedList();
        list.addClassName("rs-entries");
        mine.forEach(it -> list.add(new ListItem(entry(it))));
        var card = new Card(getTranslation("identity.passkey.title"), hint(getTranslation("identity.passkey.text")));
        if (!mine.isEmpty()) {
            card.add(list);
        }
        card.add(actions(new Button(
                getTranslation("identity.passkey.add"),
                click -> new NewPasskeyDialog(passkeys, passwords, this::showPasskeys).open())));
        passkeysPlace.removeAll();
        passkeysPlace.add(card);
    }

    private Component entry(PasskeySummary passkey) {
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .withZone(roll.zone());
        var name = new Span(passkey.label());
        name.addClassName("rs-entry-name");
        var detail = new Span(getTranslation(
                "identity.passkey.used", days.format(passkey.createdAt()), days.format(passkey.lastUsedAt())));
        detail.addClassName("rs-entry-detail");
        var words = new Div(name, detail);
        words.addClassName("rs-entry-words");
        var remove = new Button(
                getTranslation("identity.account.remove"),
                click -> ConfirmAction.askDestructive(
                        getTranslation("identity.passkey.remove-question", passkey.label()),
                        getTranslation("identity.passkey.remove-text"),
                        getTranslation("identity.account.remove"),
                        () -> {
                            passkeys.remove(passkey.id());
                            showPasskeys();
                        }));
        remove.setAriaLabel(getTranslation("identity.passkey.remove", passkey.label()));
        var line = new Div(words, remove);
        line.addClassName("rs-entry");
        return line;
    }

    private void showSecondFactorAndSessions() {
        showSecondFactor();
        showSessions();
    }

    private void showSessions() {
        var mine = sessions.mine();
        var card = new Card(getTranslation("identity.account.sessions"), new SessionList(mine, roll.zone(), session -> {
            sessions.end(session);
            showSessions();
        }));
        if (mine.stream().anyMatch(it -> !it.current())) {
            card.add(actions(new Button(getTranslation("identity.account.end-others"), click -> {
                sessions.endOthers();
                showSessions();
            })));
        }
        sessionsPlace.removeAll();
        sessionsPlace.add(card);
    }

    private static Div form(Component... fields) {
        var form = new Div(fields);
        form.addClassName("rs-form");
        return form;
    }

    private static Div actions(Component... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("rs-actions");
        return actions;
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassName("rs-hint");
        return hint;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.account.title");
    }
}
