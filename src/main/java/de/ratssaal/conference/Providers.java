package de.ratssaal.conference;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which provider this installation uses. */
@Component
@EnableConfigurationProperties(ConferenceSettings.class)
class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final ConferenceProvider chosen;

    Providers(List<ConferenceProvider> all, ConferenceSettings settings) {
        this.chosen = all.stream()
                .filter(it -> it.name().equals(settings.provider()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ratssaal.conference.provider is %s, known are %s"
                        .formatted(
                                settings.provider(),
                                all.stream().map(ConferenceProvider::name).toList())));
    }

    ConferenceProvider chosen() {
        return chosen;
    }

    /** What the provider cannot do holds up no act of the meeting. */
    void tell(Consumer<ConferenceProvider> what) {
        try {
            what.accept(chosen);
        } catch (RuntimeException e) {
            LOG.error("The conference provider {} could not be told", chosen.name(), e);
        }
    }
}
