package de.ratssaal.packet.ui;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.MeetingCard;
import de.ratssaal.packet.Packets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a meeting's page: its packet, to be read by everybody as far as they may, to be bound by the secretariat. */
@Component
class PacketCard implements MeetingCard {

    private final Packets packets;
    private final ChangeNotices notices;

    PacketCard(Packets packets, ChangeNotices notices) {
        this.packets = packets;
        this.notices = notices;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<PacketPanel> card(MeetingSummary meeting) {
        return meeting.convenedAt() != null || packets.mayOrder(meeting.id())
                ? Optional.of(new PacketPanel(meeting, packets, notices))
                : Optional.empty();
    }
}
