package de.ratssaal.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import de.ratssaal.base.Messages;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Lets views take their texts from the message files that everything else uses. */
@Component
class MessageTranslations implements I18NProvider {

    private static final long serialVersionUID = 1;

    private final transient Messages messages;

    MessageTranslations(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Messages.LANGUAGES;
    }

    @Override
    public Locale getDefaultLocale() {
        return Messages.LANGUAGES.getFirst();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.text(locale, key, arguments);
    }
}
