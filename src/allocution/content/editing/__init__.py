"""Exact changes to content files: what a change isn't about stays byte for byte as it was."""

from allocution.content.editing.fields import append_item, remove_field, set_field
from allocution.content.editing.texts import Edit, EditRefusedError, apply_edits, composed

__all__ = ["Edit", "EditRefusedError", "append_item", "apply_edits", "composed", "remove_field", "set_field"]
