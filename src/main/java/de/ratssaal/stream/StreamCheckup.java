package de.ratssaal.stream;

import de.ratssaal.conference.Check;
import de.ratssaal.conference.Check.State;
import de.ratssaal.conference.Checkup;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether this server can show a meeting to the public. */
@Component
class StreamCheckup implements Checkup {

    private final FfmpegHere ffmpeg;

    StreamCheckup(FfmpegHere ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public List<Check> checks() {
        if (ffmpeg.program().isEmpty()) {
            return List.of(new Check("no-ffmpeg", State.WARNING));
        }
        var missing = ffmpeg.missing();
        return List.of(
                missing.isEmpty()
                        ? new Check("ffmpeg", State.OK)
                        : new Check("ffmpeg-lacks", State.FAILING, String.join(", ", missing)));
    }
}
