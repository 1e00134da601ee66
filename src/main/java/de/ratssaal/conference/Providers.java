package de.ratssaal.conference;

import de.ratssaal.meeting.MeetingId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which provider brings sound and picture: that of the installation, unless a meeting chose another one. */
@Component
@EnableConfigurationProperties(ConferenceSettings.class)
class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Map<String, ConferenceProvider> all;
    private final RoomStore store;
    private final String standard;

    Providers(List<ConferenceProvider> all, RoomStore store, ConferenceSettings settings) {
        this.all = all.stream().collect(Collectors.toMap(ConferenceProvider::name, Function.identity()));
        this.store = store;
        this.standard = settings.provider();
        if (!setUp().contains(standard)) {
            throw new IllegalStateException(
                    "ratssaal.conference.provider is %s, known and set up are %s".formatted(standard, setUp()));
        }
    }

    /** Names of those that a meeting can choose. */
    List<String> setUp() {
        return all.values().stream()
                .filter(ConferenceProvider::isSetUp)
                .map(ConferenceProvider::name)
                .sorted()
                .toList();
    }

    String standard() {
        return standard;
    }

    /** What a meeting chose that is not set up any more is not missed: that of the installation steps in. */
    String nameFor(MeetingId meeting) {
        return store.provider(meeting).filter(setUp()::contains).orElse(standard);
    }

    ConferenceProvider of(Room room) {
        return Objects.requireNonNull(all.get(all.containsKey(room.provider()) ? room.provider() : standard));
    }

    /** Whether rights of somebody in the room change only when they come in anew. */
    boolean rightsComeWithEntry(Room room) {
        return of(room).rightsComeWithEntry();
    }

    /** What the provider cannot do holds up no act of the meeting. */
    void tell(Room room, Consumer<ConferenceProvider> what) {
        var provider = of(room);
        try {
            what.accept(provider);
        } catch (RuntimeException e) {
            LOG.error("The conference provider {} could not be told", provider.name(), e);
        }
    }
}
