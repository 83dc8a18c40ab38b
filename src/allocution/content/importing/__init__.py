"""Other people's data as statements: tables, exports of chats, Word documents. Bytes and rows in, content files out."""
