package news.platform.thirdparty.item;

import news.platform.thirdparty.clean.IncomingItem;

/** An item as its sender has it, and what the sender calls that version of it. */
public record NamedVersion(IncomingItem item, SourceVersion version) {}
