-- Words that comments are screened for.
create table word_list (
    category       text        collate "C" not null,
    -- of a word that is written in disguise, or is what the text is about
    weight         integer     not null,
    -- of one that is written plainly, in passing
    passing_weight integer     not null,
    words          text[]      not null,
    version        bigint      not null,
    update_time    timestamptz not null,
    constraint word_list_pk primary key (category),
    constraint word_list_weight_ck check (weight between 0 and 1000 and passing_weight between 0 and 1000)
);

-- How comments on a target are moderated, where it is not as usual.
create table moderation_policy (
    -- as type/id
    target      text        collate "C" not null,
    mode        text        not null,
    version     bigint      not null,
    update_time timestamptz not null,
    constraint moderation_policy_pk primary key (target),
    constraint moderation_policy_mode_ck check (mode in ('PRE', 'POST', 'OFF'))
);

-- To begin with; moderators know better.
insert into word_list (category, weight, passing_weight, words, version, update_time)
values ('ads', 60, 30, array[
            '加微信', '加V信', '加QQ群', '私聊我', '带你赚钱', '稳赚不赔', '内幕消息', '荐股', '老师带单', '跟单群', '免费领取', '日赚',
            '代开发票', '高仿', '博彩', '赌球', '裸聊', '网贷', '无抵押', '刷单', '包赢', '一夜暴富', '翻倍收益', '保本高收益',
            'guaranteed profit', 'guaranteed returns', 'double your money', 'whatsapp me', 'telegram group', 'join my channel',
            'free signals', 'forex signals', 'risk free profit', 'dm me', 'work from home', 'earn daily', 'click my profile',
            'recovery expert', 'crypto giveaway', 'airdrop now'], 1, now()),
       ('abuse', 60, 60, array[
            '白痴', '傻逼', '脑残', '去死', '滚蛋', '王八蛋', '他妈的', '混账', '狗东西', '垃圾人',
            'idiot', 'moron', 'imbecile', 'scumbag', 'shut up', 'fuck', 'fucking', 'fucker', 'motherfucker', 'shit', 'bullshit',
            'bitch', 'bitches', 'bastard', 'asshole', 'dickhead', 'cunt', 'whore', 'slut', 'retard', 'retarded', 'faggot', 'fag',
            'go die', 'kill yourself'], 1, now());
