package de.ratssaal.stream;

import de.ratssaal.stream.media.Ffmpeg;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The program of this server that makes streams. It may be installed while the application runs. */
@Component
@EnableConfigurationProperties(StreamSettings.class)
class FfmpegHere {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegHere.class);

    private final StreamSettings settings;

    FfmpegHere(StreamSettings settings) {
        this.settings = settings;
    }

    Optional<Ffmpeg> program() {
        return settings.ffmpeg().isBlank() ? Optional.empty() : Ffmpeg.find(settings.ffmpeg());
    }

    /** What the program here cannot do; none if there is no program. */
    List<String> missing() {
        try {
            return program().isEmpty() ? List.of() : program().get().missing();
        } catch (IOException e) {
            LOG.warn("ffmpeg does not say what it can do: {}", e.getMessage());
            return List.of("-");
        }
    }
}
