"""How badly somebody is hurt, in English; own lists."""

from __future__ import annotations

import re

_HARM = r"(?:injur(?:y|ies|ed)|wounds?|wounded|hurt|burns?|burned)"

SLIGHTLY = re.compile(
    rf"(?<![\w-])(?:(?:minor|slight|superficial|light|non-(?:life-)?threatening|not life-threatening) (?:\w+ )?{_HARM}"
    rf"|(?:slightly|lightly) {_HARM}|(?:not|n't) (?:seriously|badly|critically|severely) {_HARM}|un(?:hurt|harmed|injured))(?!\w)"
)
"""What tells a slight injury, or none."""

BADLY = re.compile(
    rf"(?<![\w-])(?<!not )(?<!n't )(?<!no )(?:(?:serious|severe|critical|grave|life-threatening) (?:\w+ )?{_HARM}"
    rf"|(?:seriously|badly|critically|severely|gravely) {_HARM})(?!\w)"
)
"""What tells a bad one."""
