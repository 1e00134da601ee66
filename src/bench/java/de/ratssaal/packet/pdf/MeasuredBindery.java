package de.ratssaal.packet.pdf;

import de.ratssaal.packet.PacketBinder;
import de.ratssaal.packet.PacketSettings;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The binder as the application has it, for measurements. */
public final class MeasuredBindery {

    private MeasuredBindery() {}

    public static PacketBinder of(DataSize memory) {
        return new Bindery(new PacketSettings(memory, Duration.ofMinutes(5), DataSize.ofGigabytes(4), Duration.ZERO));
    }
}
