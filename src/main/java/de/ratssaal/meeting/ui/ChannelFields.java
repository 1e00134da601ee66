package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.meeting.AgreedChannel;
import de.ratssaal.meeting.Channel;
import java.util.List;

/** Where one of the ways to be invited is chosen, and where paper goes. */
class ChannelFields extends Composite<Div> {

    private final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>();
    private final TextArea address = new TextArea();

    ChannelFields(AgreedChannel agreed) {
        channel.setLabel(getTranslation("meeting.channel.label"));
        channel.setItems(List.of(Channel.values()));
        channel.setItemLabelGenerator(it -> getTranslation("meeting.channel.long." + it));
        channel.addThemeName("vertical");
        address.setLabel(getTranslation("meeting.channel.address"));
        address.setHelperText(getTranslation("meeting.channel.address-help"));
        address.setMaxLength(500);
        address.addClassName("rs-grow");
        address.setWidthFull();
        channel.addValueChangeListener(change -> address.setVisible(change.getValue() == Channel.PRINT));
        channel.setValue(agreed.channel());
        address.setValue(agreed.postalAddress());
        address.setVisible(agreed.channel() == Channel.PRINT);
        getContent().addClassName("rs-form");
        getContent().add(channel, address);
    }

    Channel channel() {
        return channel.getValue();
    }

    String address() {
        return address.getValue();
    }
}
